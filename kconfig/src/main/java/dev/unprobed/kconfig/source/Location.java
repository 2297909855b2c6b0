package dev.unprobed.kconfig.source;

/**
 * A line of a Kconfig file.
 *
 * @param file the name as the including {@code source} wrote it, relative to the tree
 * @param line counted from 1; 0 when the file as a whole is meant
 */
public record Location(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
