package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.Map;

/**
 * An expression and the values that it had.
 *
 * @param expression as conf writes it: {@code A && !B}
 * @param text the same with the value of each symbol: {@code A [=y] && !B [=n]}
 * @param value of the whole, 0 to 2
 * @param values of the symbols in it, in the order in which they occur; the name for an undefined
 *     one
 */
public record Term(String expression, String text, int value, Map<Symbol, String> values) {
  @Override
  public String toString() {
    return text;
  }
}
