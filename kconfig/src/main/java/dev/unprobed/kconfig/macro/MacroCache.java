package dev.unprobed.kconfig.macro;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of commands on disk, one file for each environment in which commands ran. Several
 * processes may use it at once: a file is replaced as a whole. It never fails; what cannot be read
 * is not known, what cannot be written is forgotten.
 */
public final class MacroCache {
  private static final int MOST_FILES = 512;

  private final @Nullable Path folder;

  private MacroCache(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The cache in {@code folder}, which need not exist. */
  public static MacroCache in(Path folder) {
    return new MacroCache(folder);
  }

  /** A cache that knows nothing and learns nothing. */
  public static MacroCache none() {
    return new MacroCache(null);
  }

  /** The user's own: {@code unprobed/macros} in XDG_CACHE_HOME or ~/.cache. */
  public static MacroCache standard(Map<String, String> environment) {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (caches.startsWith("/")) {
      return in(Path.of(caches, "unprobed", "macros"));
    }
    return home.startsWith("/") ? in(Path.of(home, ".cache", "unprobed", "macros")) : none();
  }

  /** The folder beside it where commands may make files; absent when there is no cache. */
  public @Nullable Path scratch() {
    return folder == null ? null : folder.resolveSibling("scratch");
  }

  /** The answers that were kept under {@code key}. */
  AnswerTable load(String key) {
    if (folder == null) {
      return AnswerTable.EMPTY;
    }
    File file = folder.resolve(key).toFile();
    try {
      AnswerTable table = file.exists() ? AnswerFile.read(Files.readAllBytes(file.toPath())) : null;
      return table == null ? AnswerTable.EMPTY : table;
    } catch (IOException e) {
      return AnswerTable.EMPTY;
    }
  }

  /** Keeps answers under {@code key}. */
  void save(String key, AnswerTable table) {
    byte[] bytes = AnswerFile.write(table);
    if (folder == null || bytes == null) {
      return;
    }
    Path draft =
        folder.resolve(
            key + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".new");
    try {
      Files.createDirectories(folder);
      Files.write(draft, bytes);
      Files.move(draft, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
      prune(folder);
    } catch (IOException e) {
      draft.toFile().delete();
    }
  }

  /** Forgets what was not written for the longest time. */
  private static void prune(Path folder) {
    File[] files = folder.toFile().listFiles();
    if (files == null || files.length <= MOST_FILES) {
      return;
    }
    Arrays.sort(files, Comparator.comparingLong(File::lastModified));
    for (int i = 0; i < files.length - MOST_FILES / 2; i++) {
      files[i].delete();
    }
  }
}
