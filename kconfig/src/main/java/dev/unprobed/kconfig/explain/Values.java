package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.ExprPrinter;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values of expressions as they stand in the files.
 *
 * @param conditions whether the expressions are conditions, where a bare m means {@code m &&
 *     MODULES}; behind {@code default} it is just m
 */
record Values(Evaluation evaluation, boolean conditions) {
  Values(Evaluation evaluation) {
    this(evaluation, true);
  }

  /** The same for what stands behind {@code default}. */
  Values ofDefaults() {
    return new Values(evaluation, false);
  }

  MenuTree tree() {
    return evaluation.tree();
  }

  int value(Expr expr) {
    return switch (expr.kind()) {
      case AND -> Math.min(value(expr.left()), value(expr.right()));
      case OR -> Math.max(value(expr.left()), value(expr.right()));
      case NOT -> Tristate.Y - value(expr.left());
      case SYMBOL -> value(expr.leftSymbol());
      default -> evaluation.value(expr);
    };
  }

  int value(Symbol symbol) {
    return conditions && symbol == tree().mod()
        ? Math.min(Tristate.M, evaluation.logicalValue(tree().modules()))
        : evaluation.logicalValue(symbol);
  }

  /** The lowest value that counts as {@code wanted}: m is promoted where a symbol cannot be m. */
  int enough(Symbol symbol, int wanted) {
    boolean canBeModule = evaluation.type(symbol) == SymbolType.TRISTATE;
    return canBeModule ? wanted : Math.min(wanted, Tristate.M);
  }

  Term term(Expr expr) {
    Map<Symbol, String> values = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    new ExprPrinter(text, (out, symbol) -> append(out, symbol, values)).print(expr);
    return new Term(ExprPrinter.plain(expr), text.toString(), value(expr), values);
  }

  Term term(Symbol symbol) {
    Map<Symbol, String> values = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    append(text, symbol, values);
    return new Term(name(symbol), text.toString(), evaluation.logicalValue(symbol), values);
  }

  private void append(StringBuilder text, Symbol symbol, Map<Symbol, String> values) {
    text.append(name(symbol));
    if (symbol.constant()) {
      return;
    }
    values.put(symbol, evaluation.text(symbol));
    if (symbol.defined()) {
      text.append(" [=").append(evaluation.text(symbol)).append(']');
    } else if (!isNumber(symbol)) {
      text.append(" [undefined]");
    }
  }

  /** Numbers on the right of a comparison are symbols too that nobody defines. */
  private static boolean isNumber(Symbol symbol) {
    String name = symbol.displayName();
    return !name.isEmpty() && (Character.isDigit(name.charAt(0)) || name.charAt(0) == '-');
  }

  /** The name; for a choice without one, what its prompt says. */
  static String name(Symbol symbol) {
    if (symbol.choice() && symbol.name() == null) {
      for (MenuNode node : symbol.definitions()) {
        if (node.prompt() != null) {
          return "choice \"" + node.prompt().prompt() + "\"";
        }
      }
    }
    return symbol.constant() && symbol.id() > 2 ? symbol.toString() : symbol.displayName();
  }

  /** A value as people read it: a string in quotes, and a word for no text at all. */
  static String shown(Symbol symbol, String value) {
    return value.isEmpty() ? "empty" : ConfigText.written(symbol, value);
  }
}
