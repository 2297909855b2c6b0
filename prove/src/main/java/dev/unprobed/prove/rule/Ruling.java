package dev.unprobed.prove.rule;

import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.nearest.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule.
 *
 * @param example the configuration that breaks the rule or, for a {@code modular} rule that holds,
 *     shows that it does; absent when no configuration decides it
 * @param reasons a minimal set of lines that no configuration gets around: why the rule holds, why
 *     a {@code modular} rule is broken, or why its condition is never satisfied; empty when an
 *     example decides it, or when {@code explained} is false
 * @param explained whether the lines were found in the time that there was
 */
public record Ruling(
    Rule rule, Outcome outcome, @Nullable Example example, List<Line> reasons, boolean explained) {
  /** In how far a rule holds. */
  public enum Outcome {
    HOLDS,
    BROKEN,
    /** No configuration satisfies the condition, so that the rule says nothing. */
    EMPTY,
    /** The limit came first. */
    UNDECIDED
  }

  public Ruling {
    reasons = List.copyOf(reasons);
  }

  static Ruling shown(Rule rule, Outcome outcome, Example example) {
    return new Ruling(rule, outcome, example, List.of(), true);
  }

  static Ruling undecided(Rule rule) {
    return new Ruling(rule, Outcome.UNDECIDED, null, List.of(), false);
  }
}
