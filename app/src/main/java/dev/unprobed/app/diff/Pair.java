package dev.unprobed.app.diff;

import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * A symbol on both sides.
 *
 * @param a absent when side A does not define it
 * @param b absent when side B does not define it
 */
record Pair(String key, @Nullable Symbol a, @Nullable Symbol b) {
  /** The symbol on the side that has it. */
  Symbol any() {
    Symbol symbol = b == null ? a : b;
    if (symbol == null) {
      throw new IllegalStateException(key);
    }
    return symbol;
  }

  boolean onBothSides() {
    return a != null && b != null;
  }

  /** What the same symbol is called on both sides: a choice without a name goes by its prompt. */
  static String key(Symbol symbol) {
    String name = symbol.name();
    if (name != null) {
      return name;
    }
    MenuNode node = symbol.definitions().getFirst();
    String prompt = node.prompt() == null ? "" : node.prompt().prompt();
    return "<choice " + node.location().file() + " " + prompt + ">";
  }
}
