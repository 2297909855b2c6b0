package dev.unprobed.kconfig.macro;

/** One value on one line: a backslash starts an escape, all other bytes are as they are. */
final class RecordText {
  private static final String HEX = "0123456789abcdef";

  private RecordText() {}

  static String escape(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean edge = c == ' ' && (i == 0 || i == value.length() - 1);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f || edge) {
            out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  /** The value of an escaped text; throws IllegalArgumentException when it is none. */
  static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char kind = ++i < text.length() ? text.charAt(i) : 0;
      switch (kind) {
        case '\\' -> out.append('\\');
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'x' -> {
          out.append((char) (digit(text, i + 1) << 4 | digit(text, i + 2)));
          i += 2;
        }
        default ->
            throw new IllegalArgumentException(
                "a backslash must be followed by \\, n, t or x and two hex digits");
      }
    }
    return out.toString();
  }

  private static int digit(String text, int at) {
    int value = at < text.length() ? HEX.indexOf(Character.toLowerCase(text.charAt(at))) : -1;
    if (value < 0) {
      throw new IllegalArgumentException("\\x must be followed by two hex digits");
    }
    return value;
  }
}
