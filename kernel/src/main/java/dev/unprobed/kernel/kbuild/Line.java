package dev.unprobed.kernel.kbuild;

/**
 * A line of a makefile.
 *
 * @param file relative to the tree
 * @param number from 1
 */
public record Line(String file, int number) {
  @Override
  public String toString() {
    return file + ":" + number;
  }
}
