package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import org.jspecify.annotations.Nullable;

/**
 * One of the two configurations.
 *
 * @param name what people call it
 * @param evaluation its values, all of them computed
 */
public record Side(String name, Evaluation evaluation) {
  MenuTree tree() {
    return evaluation.tree();
  }

  /** Whether the symbol has a value here at all. */
  static boolean counts(@Nullable Symbol symbol) {
    return symbol != null && symbol.defined() && symbol.type() != SymbolType.UNKNOWN;
  }

  /** The value of a symbol as far as the {@code .config} tells it: empty where it has no line. */
  String text(Symbol symbol) {
    String text = evaluation.text(symbol);
    return symbol.type().logical() || evaluation.written(symbol) ? text : "";
  }

  /** The value of an expression. */
  int value(@Nullable Expr expr, int absent) {
    return expr == null ? absent : evaluation.value(expr);
  }
}
