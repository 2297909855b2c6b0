package dev.unprobed.app.report;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/** Looks for a symbol in an expression that is higher, and not lower, for it. */
final class Mention {
  private Mention() {}

  /** Whether a higher value of the symbol can only raise the expression, where it occurs. */
  static boolean positive(@Nullable Expr expr, Symbol symbol) {
    return expr != null && occurs(expr, symbol, true);
  }

  private static boolean occurs(Expr expr, Symbol symbol, boolean positive) {
    return switch (expr.kind()) {
      case OR, AND ->
          occurs(expr.left(), symbol, positive) || occurs(expr.right(), symbol, positive);
      case NOT -> occurs(expr.left(), symbol, !positive);
      case SYMBOL -> positive && expr.leftSymbol() == symbol;
      case EQUAL -> compared(expr, symbol) && positive != withNo(expr);
      case UNEQUAL -> compared(expr, symbol) && positive == withNo(expr);
      default -> false;
    };
  }

  private static boolean compared(Expr expr, Symbol symbol) {
    return expr.leftSymbol() == symbol || expr.rightSymbol() == symbol;
  }

  private static boolean withNo(Expr expr) {
    return isNo(expr.leftSymbol()) || isNo(expr.rightSymbol());
  }

  private static boolean isNo(Symbol symbol) {
    return symbol.constant() && "n".equals(symbol.name());
  }
}
