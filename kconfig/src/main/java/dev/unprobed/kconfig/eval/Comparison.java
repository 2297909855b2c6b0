package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.tree.NumberReader;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.SymbolType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How conditions compare the values of two symbols (expr.c: expr_calc_value). */
public final class Comparison {
  private Comparison() {}

  /**
   * Less than 0, 0 or more than 0, as the left value is less than, equal to or more than the right.
   *
   * @param left the value as text: n, m or y for a logical symbol, the name of an undefined one
   */
  public static int compare(
      Generation generation, SymbolType leftType, String left, SymbolType rightType, String right) {
    boolean strings = leftType == SymbolType.STRING && rightType == SymbolType.STRING;
    if (strings || generation.comparesTexts()) {
      return left.compareTo(right);
    }
    if (generation.has(Trait.KCONFIGLIB_VALUES)) {
      BigInteger a = pythonNumber(left, leftType);
      BigInteger b = pythonNumber(right, rightType);
      return a == null || b == null ? left.compareTo(right) : a.compareTo(b);
    }
    if (leftType.logical() && rightType.logical()) {
      return Integer.compare(logicalOrder(left), logicalOrder(right));
    }
    return compare(left, leftType, right, rightType);
  }

  /** Numbers compare as numbers when both sides are some, everything else as text. */
  private static int compare(String a, SymbolType aType, String b, SymbolType bType) {
    Long left = number(a, aType);
    Long right = number(b, bType);
    if (left == null || right == null) {
      return a.compareTo(b);
    }
    boolean unsigned = aType == SymbolType.HEX || bType == SymbolType.HEX;
    return unsigned ? Long.compareUnsigned(left, right) : Long.compare(left, right);
  }

  private static @Nullable Long number(String text, SymbolType type) {
    if (type.logical()) {
      return (long) logicalOrder(text);
    }
    int radix = type == SymbolType.INT ? 10 : type == SymbolType.HEX ? 16 : 0;
    NumberReader reader = new NumberReader(text, radix);
    boolean signed = type != SymbolType.HEX;
    boolean number = reader.wholeText(signed) && Numbers.digit(text.charAt(text.length() - 1), 16);
    return !number ? null : (Long) (signed ? reader.signedValue() : reader.unsignedValue());
  }

  private static @Nullable BigInteger pythonNumber(String text, SymbolType type) {
    if (type.logical()) {
      return BigInteger.valueOf(logicalOrder(text));
    }
    return PythonNumber.parse(text, type == SymbolType.INT ? 10 : type == SymbolType.HEX ? 16 : 0);
  }

  private static int logicalOrder(String text) {
    return switch (text) {
      case "n" -> 0;
      case "m" -> 1;
      case "y" -> 2;
      default -> -1;
    };
  }
}
