package dev.unprobed.kconfig.eval;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as Python's {@code int(text, base)}: white space around them, a sign, {@code _}
 * between digits, of any size. Kconfiglib leaves all its numbers to it.
 */
public final class PythonNumber {
  private PythonNumber() {}

  /**
   * The number, absent when the whole text is none.
   *
   * @param radix 10, 16, or 0 for what the prefix says: 0x, 0o, 0b, otherwise 10
   */
  public static @Nullable BigInteger parse(String text, int radix) {
    String stripped = text.strip();
    boolean signed = stripped.startsWith("-") || stripped.startsWith("+");
    String digits = (signed ? stripped.substring(1) : stripped).toLowerCase(Locale.ROOT);
    int prefix = prefixRadix(digits);
    boolean prefixed = prefix != 0 && (radix == 0 || radix == prefix);
    BigInteger magnitude =
        prefixed
            ? digits(digits.startsWith("_", 2) ? digits.substring(3) : digits.substring(2), prefix)
            : digits(digits, radix == 0 ? 10 : radix);
    // A number that says nothing of its base may not look octal.
    boolean octal = radix == 0 && !prefixed && digits.startsWith("0");
    if (magnitude == null || octal && magnitude.signum() != 0) {
      return null;
    }
    return stripped.startsWith("-") ? magnitude.negate() : magnitude;
  }

  private static int prefixRadix(String digits) {
    if (digits.length() < 3 || digits.charAt(0) != '0') {
      return 0;
    }
    return switch (digits.charAt(1)) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 0;
    };
  }

  private static @Nullable BigInteger digits(String text, int radix) {
    if (text.isEmpty() || text.startsWith("_") || text.endsWith("_") || text.contains("__")) {
      return null;
    }
    String digits = text.replace("_", "");
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), radix) < 0 || digits.charAt(i) >= 0x80) {
        return null;
      }
    }
    return new BigInteger(digits, radix);
  }
}
