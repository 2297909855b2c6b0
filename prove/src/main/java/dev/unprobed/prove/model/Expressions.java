package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.eval.Comparison;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions as literals, each once. */
final class Expressions {
  private final Logic logic;
  private final Generation generation;
  private final Values values;
  private final Map<Expr, Pair> known = new HashMap<>();

  Expressions(Logic logic, Generation generation, Values values) {
    this.logic = logic;
    this.generation = generation;
    this.values = values;
  }

  /** The value, where an absent expression is y. */
  Pair value(@Nullable Expr expr) {
    if (expr == null) {
      return Pair.YES;
    }
    Pair value = known.get(expr);
    if (value == null) {
      value = compute(expr);
      known.put(expr, value);
    }
    return value;
  }

  private Pair compute(Expr expr) {
    return switch (expr.kind()) {
      case SYMBOL -> values.logical(expr.leftSymbol());
      case AND -> logic.min(value(expr.left()), value(expr.right()));
      case OR -> logic.max(value(expr.left()), value(expr.right()));
      case NOT -> value(expr.left()).not();
      case EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          Pair.truth(compare(expr.kind(), expr.leftSymbol(), expr.rightSymbol()));
      case RANGE -> Pair.NO;
    };
  }

  /** The literal that is true when a comparison holds. */
  int compare(Expr.Kind kind, Symbol left, Symbol right) {
    if (left == right) {
      // The pairs of different texts of one symbol would each be a gate that is never true.
      return holds(kind, 0) ? Cnf.TRUE : Cnf.FALSE;
    }
    return compare(kind, values.view(left), values.view(right));
  }

  /** The same for any two values that do not depend on each other. */
  int compare(Expr.Kind kind, View a, View b) {
    int any = Cnf.FALSE;
    for (Map.Entry<String, Integer> x : a.texts().entrySet()) {
      int match = Cnf.FALSE;
      for (Map.Entry<String, Integer> y : b.texts().entrySet()) {
        int order = Comparison.compare(generation, a.type(), x.getKey(), b.type(), y.getKey());
        match = holds(kind, order) ? logic.cnf().or(match, y.getValue()) : match;
      }
      any = logic.cnf().or(any, logic.cnf().and(x.getValue(), match));
    }
    return any;
  }

  private static boolean holds(Expr.Kind kind, int order) {
    return switch (kind) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
      case OR, AND, NOT, SYMBOL, RANGE -> throw new IllegalArgumentException(kind.name());
    };
  }
}
