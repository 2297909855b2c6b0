package dev.unprobed.kernel.kbuild;

/** Something in a makefile that could not be followed. */
public record Remark(Line line, String text) {
  @Override
  public String toString() {
    return line + ": " + text;
  }
}
