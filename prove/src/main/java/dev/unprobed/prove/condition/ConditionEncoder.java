package dev.unprobed.prove.condition;

import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;

/** Makes conditions part of a formula. */
public record ConditionEncoder(Terms terms) {
  /** The value n, m or y; the condition holds where that is at least m. */
  public Pair value(Condition condition) {
    Cnf cnf = terms.cnf();
    return switch (condition) {
      case Condition.Or(Condition left, Condition right) -> {
        Pair a = value(left);
        Pair b = value(right);
        yield new Pair(cnf.or(a.m(), b.m()), cnf.or(a.y(), b.y()));
      }
      case Condition.And(Condition left, Condition right) -> {
        Pair a = value(left);
        Pair b = value(right);
        yield new Pair(cnf.and(a.m(), b.m()), cnf.and(a.y(), b.y()));
      }
      case Condition.Not(Condition operand) -> value(operand).not();
      case Condition.Value value -> terms.value(value.symbol());
      case Condition.Comparison compared ->
          Pair.truth(terms.compare(compared.kind(), compared.left(), compared.right()));
      case Condition.TextComparison compared ->
          Pair.truth(terms.compare(compared.kind(), compared.left(), compared.right()));
    };
  }
}
