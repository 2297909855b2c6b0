package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;

/** What shows in a menu (menu.c: menu_is_visible). */
final class MenuVisibility {
  private final State state;
  private final Values values;

  MenuVisibility(State state, Values values) {
    this.state = state;
    this.values = values;
  }

  /**
   * Whether a node shows in a menu: its prompt is visible, or something below a symbol that is on
   * is. In 6.1 a symbol that shows only for what is below it counts as set by the user from then
   * on, as in conf.
   */
  boolean visible(MenuNode node) {
    Property prompt = node.prompt();
    if (prompt == null
        || node.visibility() != null && values.exprs().value(node.visibility()) == Tristate.N) {
      return false;
    }
    Symbol symbol = node.symbol();
    if (symbol != null) {
      values.compute(symbol);
    } else {
      state.propertyVisible[prompt.id()] = (byte) values.exprs().value(prompt.condition());
    }
    if (state.propertyVisible[prompt.id()] != Tristate.N) {
      return true;
    }
    return symbol != null
        && state.logical[symbol.id()] != Tristate.N
        && showsForChildren(node, symbol);
  }

  private boolean showsForChildren(MenuNode node, Symbol symbol) {
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      if (visible(child)) {
        if (!state.tree.generation().choicesByPriority() && !state.tree.generation().walksMenu()) {
          state.set(symbol, State.USER);
        }
        return true;
      }
    }
    return false;
  }
}
