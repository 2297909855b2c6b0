package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Symbol;

/** A symbol and a value that it might be given. */
public record Setting(Symbol symbol, String value) {
  @Override
  public String toString() {
    return symbol.displayName() + "=" + value;
  }
}
