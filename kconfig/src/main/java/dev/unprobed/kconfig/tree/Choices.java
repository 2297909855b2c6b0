package dev.unprobed.kconfig.tree;

import org.jspecify.annotations.Nullable;

/** Finds the choice around a symbol from the menu (6.12's symbol.c: sym_get_choice_menu). */
final class Choices {
  private Choices() {}

  /** The choice that holds the first definition with a prompt, if one does. */
  static @Nullable Symbol around(Symbol symbol) {
    for (MenuNode definition : symbol.definitions) {
      if (definition.prompt != null) {
        MenuNode node = definition.parent;
        while (node != null && node.symbol == null) {
          node = node.parent;
        }
        return node != null && node.symbol != null && node.symbol.choice ? node.symbol : null;
      }
    }
    return null;
  }
}
