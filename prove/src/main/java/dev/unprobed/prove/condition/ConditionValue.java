package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.eval.Comparison;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;

/** The value of conditions in one configuration, without any formula. */
public record ConditionValue(Evaluation evaluation) {
  /** 0 for n, 1 for m, 2 for y. */
  public int of(Condition condition) {
    return switch (condition) {
      case Condition.Or(Condition left, Condition right) -> Math.max(of(left), of(right));
      case Condition.And(Condition left, Condition right) -> Math.min(of(left), of(right));
      case Condition.Not(Condition operand) -> 2 - of(operand);
      case Condition.Value(Symbol symbol) -> of(symbol);
      case Condition.Comparison(Expr.Kind kind, Symbol left, Symbol right) ->
          compare(kind, left, right.type(), text(right));
      case Condition.TextComparison(Expr.Kind kind, Symbol left, String right) ->
          compare(kind, left, SymbolType.UNKNOWN, right);
    };
  }

  /** The value of a bool or tristate, 0 for every other symbol. */
  public int of(Symbol symbol) {
    if (!symbol.type().logical()) {
      return 0;
    }
    return switch (text(symbol)) {
      case "y" -> 2;
      case "m" -> 1;
      default -> 0;
    };
  }

  private String text(Symbol symbol) {
    return symbol.constant() ? symbol.displayName() : evaluation.text(symbol);
  }

  private int compare(Expr.Kind kind, Symbol left, SymbolType type, String right) {
    int order =
        Comparison.compare(evaluation.tree().generation(), left.type(), text(left), type, right);
    boolean holds =
        switch (kind) {
          case EQUAL -> order == 0;
          case UNEQUAL -> order != 0;
          case LESS -> order < 0;
          case LESS_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          case GREATER_EQUAL -> order >= 0;
          case OR, AND, NOT, SYMBOL, RANGE -> throw new IllegalArgumentException(kind.name());
        };
    return holds ? 2 : 0;
  }
}
