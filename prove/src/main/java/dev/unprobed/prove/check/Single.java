package dev.unprobed.prove.check;

import dev.unprobed.kconfig.eval.Comparison;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;
import org.jspecify.annotations.Nullable;

/** One configuration, as the evaluator has it: every literal is a constant. */
record Single(Evaluation evaluation, Cnf cnf) implements Encoding {
  Single(Evaluation evaluation) {
    this(evaluation, new Cnf());
  }

  @Override
  public MenuTree tree() {
    return evaluation.tree();
  }

  @Override
  public Pair value(Symbol symbol) {
    return pair(evaluation.logicalValue(symbol));
  }

  @Override
  public Pair value(@Nullable Expr expr) {
    return pair(evaluation.value(expr));
  }

  @Override
  public Pair value(Condition condition) {
    return switch (condition) {
      case Condition.Or(Condition left, Condition right) -> max(value(left), value(right));
      case Condition.And(Condition left, Condition right) -> min(value(left), value(right));
      case Condition.Not(Condition operand) -> value(operand).not();
      case Condition.Value value -> value(value.symbol());
      case Condition.Comparison compared ->
          compare(
              compared.kind(),
              compared.left(),
              compared.right().type(),
              evaluation.text(compared.right()));
      case Condition.TextComparison compared ->
          compare(compared.kind(), compared.left(), SymbolType.UNKNOWN, compared.right());
    };
  }

  private Pair compare(Expr.Kind kind, Symbol left, SymbolType type, String text) {
    int order =
        Comparison.compare(tree().generation(), left.type(), evaluation.text(left), type, text);
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
    return Pair.truth(holds ? Cnf.TRUE : Cnf.FALSE);
  }

  private static Pair pair(int value) {
    return new Pair(value > 0 ? Cnf.TRUE : Cnf.FALSE, value > 1 ? Cnf.TRUE : Cnf.FALSE);
  }
}
