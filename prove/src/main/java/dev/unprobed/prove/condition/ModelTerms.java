package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.model.View;
import dev.unprobed.prove.sat.Cnf;

/** Symbols with the values that configurations of a tree give them. */
public record ModelTerms(Model model) implements Terms {
  /**
   * Announces what a condition compares. To be done for all conditions of a question before any of
   * them is encoded, since numbers and strings are chosen by it.
   */
  public void announce(Condition condition) {
    switch (condition) {
      case Condition.Or(Condition left, Condition right) -> {
        announce(left);
        announce(right);
      }
      case Condition.And(Condition left, Condition right) -> {
        announce(left);
        announce(right);
      }
      case Condition.Not(Condition operand) -> announce(operand);
      case Condition.Value _ -> {}
      case Condition.Comparison compared -> model.meet(compared.left(), compared.right());
      case Condition.TextComparison compared -> model.meet(compared.left(), compared.right());
    }
  }

  @Override
  public Cnf cnf() {
    return model.cnf();
  }

  @Override
  public Pair value(Symbol symbol) {
    return model.value(symbol);
  }

  @Override
  public int compare(Expr.Kind kind, Symbol left, Symbol right) {
    return model.compare(kind, left, model.view(right));
  }

  @Override
  public int compare(Expr.Kind kind, Symbol left, String right) {
    return model.compare(kind, left, View.constant(right));
  }
}
