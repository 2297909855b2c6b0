package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.ExprPrinter;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import org.jspecify.annotations.Nullable;

/** conf's warning about a symbol that is selected beyond its dependencies. */
final class UnmetDependencies {
  private final State state;
  private final ExprValues exprs;
  private final Messages messages;
  private int count;

  UnmetDependencies(State state, ExprValues exprs, Messages messages) {
    this.state = state;
    this.exprs = exprs;
    this.messages = messages;
  }

  int count() {
    return count;
  }

  void warn(Symbol symbol) {
    count++;
    if (!messages.heard()) {
      return;
    }
    StringBuilder text = new StringBuilder("\nWARNING: unmet direct dependencies detected for ");
    text.append(symbol.name()).append("\n  Depends on [");
    text.append(state.direct[symbol.id()] == Tristate.M ? 'm' : 'n').append("]: ");
    Expr dependency = symbol.directDependency();
    if (dependency == null) {
      text.append('y');
    } else {
      print(dependency, text);
    }
    text.append('\n');
    appendSelectors(text, symbol.reverseDependency(), Tristate.Y, "  Selected by [y]:\n");
    appendSelectors(text, symbol.reverseDependency(), Tristate.M, "  Selected by [m]:\n");
    messages.err(text.toString());
  }

  private void appendSelectors(
      StringBuilder text, @Nullable Expr selectors, int value, String title) {
    StringBuilder found = new StringBuilder();
    if (selectors != null) {
      appendSelectors(found, selectors, value);
    }
    if (!found.isEmpty()) {
      text.append(title).append(found);
    }
  }

  private void appendSelectors(StringBuilder text, Expr expr, int value) {
    if (expr.kind() == Expr.Kind.OR) {
      appendSelectors(text, expr.left(), value);
      appendSelectors(text, expr.right(), value);
    } else if (exprs.value(expr) == value) {
      text.append("  - ");
      print(expr, text);
      text.append('\n');
    }
  }

  private void print(Expr expr, StringBuilder text) {
    new ExprPrinter(text, this::appendWithValue).print(expr);
  }

  /** The name and, in brackets, the value as far as it has been computed. */
  private void appendWithValue(StringBuilder text, Symbol symbol) {
    text.append(symbol.name());
    if (symbol.type() != SymbolType.UNKNOWN) {
      String value = state.valueText(symbol);
      text.append(" [=").append(value == null ? "(null)" : value).append(']');
    }
  }
}
