package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionValue;

/** Looks at one configuration for what decides a rule, as {@link RuleFormula#decisive} says. */
record RuleCheck(Rule rule) {
  boolean shows(Evaluation evaluation) {
    ConditionValue values = new ConditionValue(evaluation);
    Condition when = rule.when();
    int condition = when == null ? 2 : values.of(when);
    return condition > 0
        && switch (rule.claim()) {
          case Rule.Claim.Always always -> values.of(always.symbol()) == 0;
          case Rule.Claim.Never never -> values.of(never.symbol()) > 0;
          case Rule.Claim.Holds holds -> values.of(holds.condition()) == 0;
          case Rule.Claim.Implies implies -> values.of(implies.condition()) < condition;
          case Rule.Claim.Modular modular ->
              values.of(modular.symbol()) == 1 && values.of(evaluation.tree().modules()) > 0;
        };
  }
}
