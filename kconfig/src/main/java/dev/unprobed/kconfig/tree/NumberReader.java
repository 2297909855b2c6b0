package dev.unprobed.kconfig.tree;

import java.math.BigInteger;

/** Reads the number at the start of a text as C's strtoll and strtoull do. */
public final class NumberReader {
  private static final BigInteger MAX_SIGNED = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_SIGNED = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final String text;
  private int end;
  private boolean negative;
  private BigInteger magnitude = BigInteger.ZERO;

  /**
   * @param radix 10, 16, or 0 for what the prefix says: 0x for 16, 0 for 8, otherwise 10
   */
  public NumberReader(String text, int radix) {
    this.text = text;
    read(radix);
  }

  /** Where the number ends: 0 when there is none. */
  public int end() {
    return end;
  }

  /** Whether the whole text is one number that 64 bits can hold. */
  public boolean wholeText(boolean signed) {
    return end > 0 && end == text.length() && !overflow(signed);
  }

  private boolean overflow(boolean signed) {
    if (!signed) {
      return magnitude.compareTo(MAX_UNSIGNED) > 0;
    }
    BigInteger value = negative ? magnitude.negate() : magnitude;
    return value.compareTo(MAX_SIGNED) > 0 || value.compareTo(MIN_SIGNED) < 0;
  }

  /** The number, clamped to 64 bits with a sign. */
  public long signedValue() {
    BigInteger value = negative ? magnitude.negate() : magnitude;
    return value.min(MAX_SIGNED).max(MIN_SIGNED).longValue();
  }

  /** The number as 64 bits without a sign; a minus negates it as C does. */
  public long unsignedValue() {
    if (magnitude.compareTo(MAX_UNSIGNED) > 0) {
      return -1;
    }
    return negative ? -magnitude.longValue() : magnitude.longValue();
  }

  private void read(int wantedRadix) {
    int at = 0;
    while (at < text.length() && TreeBuilder.isSpace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      negative = text.charAt(at++) == '-';
    }
    boolean prefixed =
        at + 2 < text.length()
            && text.charAt(at) == '0'
            && (text.charAt(at + 1) | 0x20) == 'x'
            && Numbers.digit(text.charAt(at + 2), 16);
    int radix = wantedRadix;
    if (radix == 0) {
      boolean octal = at < text.length() && text.charAt(at) == '0';
      radix = prefixed ? 16 : octal ? 8 : 10;
    }
    readDigits(prefixed && radix == 16 ? at + 2 : at, radix);
  }

  private void readDigits(int start, int radix) {
    int at = start;
    while (at < text.length() && Numbers.digit(text.charAt(at), radix)) {
      at++;
    }
    if (at > start) {
      magnitude = new BigInteger(text.substring(start, at), radix);
      end = at;
    }
  }
}
