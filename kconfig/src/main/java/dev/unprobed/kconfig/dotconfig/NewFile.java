package dev.unprobed.kconfig.dotconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written beside its place and then takes it, so that at every moment there is
 * either the old one or the new one. Nothing stays beside, also when the process is interrupted.
 */
final class NewFile {
  private final Path target;
  private final Path beside;
  private final Path link;

  private NewFile(Path target) {
    this.target = target;
    String name = target.getFileName() + "." + ProcessHandle.current().pid();
    beside = target.resolveSibling(name + ".tmp");
    link = target.resolveSibling(name + ".old.tmp");
  }

  /**
   * Replaces a file.
   *
   * @param backup the name that the old file gets; absent for none
   */
  static void write(Path target, byte[] content, @Nullable Path backup) throws IOException {
    NewFile file = new NewFile(target);
    Thread cleaner = new Thread(file::clean);
    boolean guarded = guard(cleaner);
    try {
      file.replace(content, backup);
    } finally {
      file.clean();
      if (guarded) {
        unguard(cleaner);
      }
    }
  }

  private void replace(byte[] content, @Nullable Path backup) throws IOException {
    Path parent = target.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      Files.createDirectories(parent);
    }
    Files.write(beside, content);
    if (backup != null && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      keep(backup);
    }
    move(beside, target);
  }

  /** A second name for the old file, and only then the new file under the first one. */
  private void keep(Path backup) throws IOException {
    try {
      Files.createLink(link, target);
    } catch (IOException | UnsupportedOperationException _) {
      // Not every file system has hard links.
      move(target, backup);
      return;
    }
    move(link, backup);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean guard(Thread cleaner) {
    try {
      Runtime.getRuntime().addShutdownHook(cleaner);
      return true;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private static void unguard(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException _) {
      // It runs already, and finds nothing.
    }
  }

  private void clean() {
    deleteQuietly(beside);
    deleteQuietly(link);
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // The error that led here is the one to tell about.
    }
  }
}
