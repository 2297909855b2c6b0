package dev.unprobed.prove.model;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names for the literals of a formula, for those who use it without us: {@code USB>=m} and {@code
 * USB>=y} for a bool or tristate, {@code NR_CPUS=64} and {@code NAME="a b"} for each text that
 * another symbol can be. Names are byte strings.
 */
public final class SymbolTable {
  private SymbolTable() {}

  /** Every symbol that is part of the formula, in the order of a {@code .config}. */
  public static Map<String, Integer> of(Model model) {
    Map<String, Integer> literals = new LinkedHashMap<>();
    for (Symbol symbol : model.encoded()) {
      if (symbol.name() != null && symbol.type().logical()) {
        Pair value = model.value(symbol);
        literals.put(symbol.name() + ">=m", value.m());
        literals.put(symbol.name() + ">=y", value.y());
      } else if (symbol.name() != null) {
        model
            .view(symbol)
            .texts()
            .forEach((text, literal) -> literals.put(name(symbol, text), literal));
      }
    }
    return literals;
  }

  private static String name(Symbol symbol, String text) {
    String written = text.isEmpty() ? "\"\"" : ConfigText.written(symbol, text);
    return symbol.name() + "=" + written;
  }
}
