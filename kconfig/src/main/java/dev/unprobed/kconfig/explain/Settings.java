package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.ArrayList;
import java.util.List;

/** The values of a symbol that make a symbol or a comparison high, or low, enough. */
final class Settings {
  private Settings() {}

  /** The nearest value first, so that as little as possible changes. */
  static List<Setting> of(Symbol symbol, boolean least, int bound) {
    List<Setting> settings = new ArrayList<>();
    if (!symbol.type().logical() || symbol.constant() || symbol.choice()) {
      return settings;
    }
    for (int step = 0; step <= Tristate.Y; step++) {
      int value = least ? bound + step : bound - step;
      boolean possible = value >= Tristate.N && value <= Tristate.Y;
      if (possible && (value != Tristate.M || symbol.type() == SymbolType.TRISTATE)) {
        settings.add(new Setting(symbol, Tristate.text(value)));
      }
    }
    return settings;
  }

  /**
   * @param holds whether the comparison is to hold
   */
  static List<Setting> of(Expr comparison, boolean holds) {
    Symbol symbol = comparison.leftSymbol();
    Symbol with = comparison.rightSymbol();
    boolean equal = comparison.kind() == Expr.Kind.EQUAL;
    boolean unequal = comparison.kind() == Expr.Kind.UNEQUAL;
    if (symbol.constant() || with.defined() || !equal && !unequal) {
      return List.of();
    }
    if (equal == holds) {
      return List.of(new Setting(symbol, with.displayName()));
    }
    return others(symbol, with.displayName());
  }

  private static List<Setting> others(Symbol symbol, String value) {
    if (!symbol.type().logical()) {
      return List.of();
    }
    List<Setting> settings = new ArrayList<>(of(symbol, true, Tristate.N));
    settings.removeIf(setting -> setting.value().equals(value));
    return settings;
  }
}
