package dev.unprobed.kconfig.macro;

/**
 * What a command printed.
 *
 * @param answer what conf makes of its standard output
 * @param errors all of its standard error
 */
record Outcome(String answer, String errors) {
  /** The size of conf's buffer; its last byte is kept for the end of the string. */
  static final int BUFFER = 4096;

  /**
   * The outcome of a command that printed {@code output}, of which only the first 4,096 bytes
   * matter.
   */
  static Outcome of(String output, String errors) {
    return new Outcome(answer(output), errors);
  }

  /** As do_shell (preprocess.c): cut, trimmed of newlines, and a C string, which ends at a NUL. */
  private static String answer(String output) {
    int end = Math.min(output.length(), BUFFER - 1);
    while (end > 0 && output.charAt(end - 1) == '\n') {
      end--;
    }
    int nul = output.indexOf('\0');
    String text = output.substring(0, nul >= 0 && nul < end ? nul : end);
    return text.replace('\n', ' ');
  }
}
