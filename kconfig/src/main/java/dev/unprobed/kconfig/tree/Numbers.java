package dev.unprobed.kconfig.tree;

/** What counts as the text of an int or hex value (symbol.c: sym_string_valid). */
public final class Numbers {
  private Numbers() {}

  /** Whether {@code text} can be the value of a symbol of that type. Any text can be a string. */
  public static boolean valid(SymbolType type, String text) {
    return switch (type) {
      case STRING -> true;
      case INT -> validInt(text);
      case HEX -> validHex(text);
      case BOOL, TRISTATE -> !text.isEmpty() && "yYmMnN".indexOf(text.charAt(0)) >= 0;
      case UNKNOWN -> false;
    };
  }

  private static boolean validInt(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (start == text.length() || text.charAt(start) == '0' && text.length() > start + 1) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (!digit(text.charAt(i), 10)) {
        return false;
      }
    }
    return true;
  }

  private static boolean validHex(String text) {
    int start = text.startsWith("0x") || text.startsWith("0X") ? 2 : 0;
    for (int i = start; i < text.length(); i++) {
      if (!digit(text.charAt(i), 16)) {
        return false;
      }
    }
    return start < text.length();
  }

  /** Whether a byte is an ASCII digit of that radix. */
  public static boolean digit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  /**
   * The value as C's {@code strtoll} reads it: white space, a sign, as many digits as there are, 0
   * without any; clamped to 64 bits.
   */
  public static long parse(String text, int radix) {
    return new NumberReader(text, radix).signedValue();
  }
}
