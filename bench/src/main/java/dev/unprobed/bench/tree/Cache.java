package dev.unprobed.bench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The user's cache folder: {@code $XDG_CACHE_HOME/unprobed}, by default {@code ~/.cache/unprobed}.
 */
public final class Cache {

  private Cache() {}

  /** A folder of the cache, made if it does not exist. */
  public static Path folder(String name) throws IOException {
    return Files.createDirectories(home().resolve(name));
  }

  /**
   * Fills a folder or a file beside its final place, then renames it, so that it is there whole or
   * not at all.
   */
  static void fill(Path place, Filler filler) throws IOException {
    Files.createDirectories(parent(place));
    Path beside = Files.createTempDirectory(parent(place), place.getFileName() + ".");
    try {
      filler.fill(beside);
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(beside);
    }
  }

  /** Deletes a folder and all that is in it, if there is one. */
  public static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      Command.output(parent(folder), "rm", "-rf", folder.toString());
    }
  }

  /** The folder that a file is in. */
  static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("%s has no parent folder".formatted(file));
    }
    return parent;
  }

  private static Path home() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("unprobed");
  }

  /** Puts the contents into a new, empty folder. */
  @FunctionalInterface
  interface Filler {
    void fill(Path folder) throws IOException;
  }
}
