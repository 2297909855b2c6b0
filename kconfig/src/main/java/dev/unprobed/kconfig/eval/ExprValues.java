package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of expressions (expr.c: expr_calc_value), kept until the next change where the generation
 * keeps them.
 */
final class ExprValues {
  private static final byte UNKNOWN = -1;

  private final State state;
  private final Values values;
  private final byte @Nullable [] known;

  ExprValues(State state, Values values) {
    this.state = state;
    this.values = values;
    boolean keep = state.tree.generation().expressionsShared();
    known = keep ? new byte[state.tree.exprCount()] : null;
    forget();
  }

  void forget() {
    if (known != null) {
      Arrays.fill(known, UNKNOWN);
    }
  }

  /** The value, where an absent expression is y. */
  int value(@Nullable Expr expr) {
    if (expr == null) {
      return Tristate.Y;
    }
    if (known == null) {
      return compute(expr);
    }
    byte value = known[expr.id()];
    if (value == UNKNOWN) {
      value = (byte) compute(expr);
      known[expr.id()] = value;
    }
    return value;
  }

  private int compute(Expr expr) {
    return switch (expr.kind()) {
      case SYMBOL -> values.logical(expr.leftSymbol());
      case AND -> {
        int left = value(expr.left());
        yield Math.min(left, value(expr.right()));
      }
      case OR -> {
        int left = value(expr.left());
        yield Math.max(left, value(expr.right()));
      }
      case NOT -> Tristate.Y - value(expr.left());
      case EQUAL -> truth(compare(expr) == 0);
      case UNEQUAL -> truth(compare(expr) != 0);
      case LESS -> truth(compare(expr) < 0);
      case LESS_EQUAL -> truth(compare(expr) <= 0);
      case GREATER -> truth(compare(expr) > 0);
      case GREATER_EQUAL -> truth(compare(expr) >= 0);
      case RANGE -> Tristate.N;
    };
  }

  private static int truth(boolean holds) {
    return holds ? Tristate.Y : Tristate.N;
  }

  private int compare(Expr expr) {
    Symbol left = expr.leftSymbol();
    Symbol right = expr.rightSymbol();
    values.compute(left);
    values.compute(right);
    String a = Objects.requireNonNullElse(state.valueText(left), "");
    String b = Objects.requireNonNullElse(state.valueText(right), "");
    return Comparison.compare(state.tree.generation(), left.type(), a, right.type(), b);
  }
}
