package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.NumberReader;
import dev.unprobed.kconfig.tree.SymbolType;
import java.math.BigInteger;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The bounds of a range, and what they do to a number (symbol.c: sym_validate_range). The upper one
 * is asked for only when the number is not below the lower one, as in conf.
 */
public record RangeBounds(Supplier<Bound> low, Supplier<Bound> high) {
  /**
   * One bound.
   *
   * @param type of its symbol; UNKNOWN for a constant, which is read as what it bounds
   * @param text of its symbol; n for a logical one, whatever its value
   */
  public record Bound(SymbolType type, String text) {
    private long number(int otherwise) {
      int radix =
          switch (type) {
            case INT -> 10;
            case HEX -> 16;
            default -> otherwise;
          };
      return parse(text, radix);
    }
  }

  /** Bounds that are known already. */
  public static RangeBounds of(Bound low, Bound high) {
    return new RangeBounds(() -> low, () -> high);
  }

  /** As {@link #clamp}, by Kconfiglib: what is no number counts as 0, and 0 is in no range. */
  String clampPythonNumber(SymbolType type, String text) {
    BigInteger value = pythonNumber(type, text);
    BigInteger least = pythonNumber(type, low.get().text);
    BigInteger most = pythonNumber(type, high.get().text);
    if (value.compareTo(least) < 0) {
      return pythonText(type, least);
    }
    return value.compareTo(most) > 0 ? pythonText(type, most) : text;
  }

  /** As {@link #contain}, by Kconfiglib. */
  boolean containPythonNumber(SymbolType type, String text) {
    BigInteger value = pythonNumber(type, text);
    return value.compareTo(pythonNumber(type, low.get().text)) >= 0
        && value.compareTo(pythonNumber(type, high.get().text)) <= 0;
  }

  private static BigInteger pythonNumber(SymbolType type, String text) {
    return Objects.requireNonNullElse(PythonNumber.parse(text, radix(type)), BigInteger.ZERO);
  }

  private static String pythonText(SymbolType type, BigInteger number) {
    if (type == SymbolType.INT) {
      return number.toString();
    }
    return (number.signum() < 0 ? "-0x" : "0x") + number.abs().toString(16);
  }

  /** The value, or the bound that it is outside of. */
  public String clamp(Generation generation, SymbolType type, String text) {
    int radix = radix(type);
    long value = parse(text, radix);
    Bound bound = low.get();
    if (value >= bound.number(radix)) {
      bound = high.get();
      if (value <= bound.number(radix)) {
        return text;
      }
    }
    return generation.clampsToBoundText() ? bound.text : numberText(type, bound.number(radix));
  }

  /** Whether a user value lies between the bounds. */
  public boolean contain(SymbolType type, String text) {
    int radix = radix(type);
    long value = parse(text, radix);
    return value >= low.get().number(radix) && value <= high.get().number(radix);
  }

  private static int radix(SymbolType type) {
    return type == SymbolType.INT ? 10 : 16;
  }

  /** Up to 6.6 the value that a range enforces is written anew. */
  private static String numberText(SymbolType type, long number) {
    return type == SymbolType.INT ? Long.toString(number) : "0x" + Long.toHexString(number);
  }

  private static long parse(String text, int radix) {
    return new NumberReader(text, radix).signedValue();
  }
}
