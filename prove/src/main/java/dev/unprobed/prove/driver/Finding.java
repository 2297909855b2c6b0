package dev.unprobed.prove.driver;

/**
 * Something in the code that matters to whether it can be a module.
 *
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param text what it is, a byte string
 * @param against whether it rules a module out; else a person has to look at it
 */
public record Finding(String file, int line, String text, boolean against) {
  static Finding against(String file, int line, String text) {
    return new Finding(file, line, text, true);
  }

  static Finding caution(String file, int line, String text) {
    return new Finding(file, line, text, false);
  }

  /** Such as {@code drivers/clk/clk.c:12: text}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + text;
  }
}
