package dev.unprobed.prove.model;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * One configuration out of all: what a solver found.
 *
 * @param literals which literals of the model's formula are true
 */
public record Witness(Model model, IntPredicate literals) {

  /**
   * The value of a symbol as text: n, m, y, or what an int, hex or string holds. The symbol has to
   * be part of the formula.
   */
  public String text(Symbol symbol) {
    if (symbol.type().logical()) {
      Pair value = model.value(symbol);
      return literals.test(value.y()) ? "y" : literals.test(value.m()) ? "m" : "n";
    }
    for (Map.Entry<String, Integer> text : model.view(symbol).texts().entrySet()) {
      if (literals.test(text.getValue())) {
        return text.getKey();
      }
    }
    throw new IllegalStateException("no value for " + symbol.displayName());
  }

  /**
   * The lines of a {@code .config} for every symbol of the formula, in conf's order. They are what
   * olddefconfig is to be given: it adds the symbols that were not asked for and drops lines of
   * invisible ones.
   *
   * @param prefix of symbol names, usually {@code CONFIG_}
   */
  public String lines(String prefix) {
    StringBuilder lines = new StringBuilder();
    for (Symbol symbol : model.encoded()) {
      if (symbol.defined() && !symbol.unwritten() && !symbol.transitional()) {
        lines.append(line(prefix, symbol, text(symbol)));
      }
    }
    return lines.toString();
  }

  /** The line that gives a symbol a value. */
  public static String line(String prefix, Symbol symbol, String value) {
    String name = prefix + symbol.name();
    return symbol.type().logical() && value.equals("n")
        ? "# " + name + " is not set\n"
        : name + "=" + ConfigText.written(symbol, value) + "\n";
  }
}
