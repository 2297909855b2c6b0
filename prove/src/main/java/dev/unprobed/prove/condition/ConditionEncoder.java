package dev.unprobed.prove.condition;

import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.model.View;

/** Makes conditions part of a formula. */
public record ConditionEncoder(Model model) {

  /**
   * Announces what a condition compares. To be done for all conditions of a question before {@link
   * #value} of any, since numbers and strings are chosen by it.
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

  /** The value n, m or y; the condition holds where that is at least m. */
  public Pair value(Condition condition) {
    return switch (condition) {
      case Condition.Or(Condition left, Condition right) -> model.max(value(left), value(right));
      case Condition.And(Condition left, Condition right) -> model.min(value(left), value(right));
      case Condition.Not(Condition operand) -> value(operand).not();
      case Condition.Value value -> model.value(value.symbol());
      case Condition.Comparison compared -> {
        View right = model.view(compared.right());
        yield Pair.truth(model.compare(compared.kind(), compared.left(), right));
      }
      case Condition.TextComparison compared -> {
        View right = View.constant(compared.right());
        yield Pair.truth(model.compare(compared.kind(), compared.left(), right));
      }
    };
  }
}
