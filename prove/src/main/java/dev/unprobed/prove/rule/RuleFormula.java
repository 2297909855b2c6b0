package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionEncoder;
import dev.unprobed.prove.condition.ModelTerms;
import dev.unprobed.prove.condition.Terms;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules part of a formula.
 *
 * @param modules the symbol that says whether modules can be built
 * @param yes the symbol y
 */
record RuleFormula(Terms terms, Symbol modules, Symbol yes) {
  /** In a tree's formula, where all rules are announced before any is encoded. */
  static RuleFormula of(Model model, List<Rule> rules) {
    ModelTerms terms = new ModelTerms(model);
    for (Rule rule : rules) {
      announce(terms, rule.when());
      switch (rule.claim()) {
        case Rule.Claim.Implies(Condition condition) -> announce(terms, condition);
        case Rule.Claim.Holds(Condition condition) -> announce(terms, condition);
        case Rule.Claim.Always _, Rule.Claim.Modular _, Rule.Claim.Never _ -> {}
      }
    }
    return of(terms, model.tree());
  }

  static RuleFormula of(Terms terms, MenuTree tree) {
    return new RuleFormula(terms, tree.modules(), tree.yes());
  }

  private static void announce(ModelTerms terms, @Nullable Condition condition) {
    if (condition != null) {
      terms.announce(condition);
    }
  }

  /** The literal that is true where the rule's condition is not n. */
  int when(Rule rule) {
    return condition(rule).m();
  }

  /**
   * The literal that decides: of a configuration that breaks the rule, or for {@link
   * Rule.Claim.Modular} of one that shows what it asks for.
   */
  int decisive(Rule rule) {
    Cnf cnf = terms.cnf();
    return switch (rule.claim()) {
      case Rule.Claim.Always always -> -terms.value(always.symbol()).m();
      case Rule.Claim.Never never -> terms.value(never.symbol()).m();
      case Rule.Claim.Holds holds -> -value(holds.condition()).m();
      case Rule.Claim.Implies implies -> {
        Pair above = condition(rule);
        Pair value = value(implies.condition());
        yield cnf.or(cnf.and(above.m(), -value.m()), cnf.and(above.y(), -value.y()));
      }
      case Rule.Claim.Modular modular -> {
        Pair value = terms.value(modular.symbol());
        yield cnf.and(terms.value(modules).m(), cnf.and(value.m(), -value.y()));
      }
    };
  }

  private Pair condition(Rule rule) {
    Condition when = rule.when();
    return when == null ? terms.value(yes) : value(when);
  }

  private Pair value(Condition condition) {
    return new ConditionEncoder(terms).value(condition);
  }
}
