package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashMap;
import java.util.Map;

/** Names that mean the same symbol in two trees, also for choices that have none. */
final class Names {
  private final Map<Symbol, String> choices = new HashMap<>();

  Names(MenuTree tree) {
    for (Symbol symbol : tree.symbols()) {
      if (symbol.choice() && symbol.name() == null) {
        // A choice without members can be mixed up with another one, and matters to nobody.
        String first = symbol.members().isEmpty() ? "" : symbol.members().getFirst().displayName();
        choices.put(symbol, "<choice of " + first + ">");
      }
    }
  }

  String of(Symbol symbol) {
    String choice = choices.get(symbol);
    return choice != null
        ? choice
        : symbol.constant() ? "\"" + symbol.name() : symbol.displayName();
  }
}
