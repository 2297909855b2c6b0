package dev.unprobed.app.sarif;

import java.nio.file.Path;

/** Where files that the user names are, seen from the tree that results are about. */
public final class SarifPath {
  private SarifPath() {}

  /** Relative to the tree where the file is inside of it, else absolute. */
  public static String of(Path file, Path tree) {
    Path absolute = file.toAbsolutePath().normalize();
    Path top = tree.toAbsolutePath().normalize();
    return (absolute.startsWith(top) ? top.relativize(absolute) : absolute).toString();
  }
}
