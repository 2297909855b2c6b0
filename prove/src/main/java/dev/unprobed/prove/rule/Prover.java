package dev.unprobed.prove.rule;

import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.nearest.Nearest;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.reason.Reasons;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides rules about one tree. Not for several threads at once. */
public final class Prover {
  private final Limit limit;
  private final RuleFormula formula;
  private final Engine engine;
  private final Nearest nearest;
  private final RuleFormula guardedFormula;
  private final Reasons reasons;

  /**
   * For some rules.
   *
   * @param rules all that will be asked for
   * @param start the configuration that examples are to be close to
   */
  public Prover(List<Rule> rules, Start start, Limit limit) {
    this.limit = limit;
    var tree = start.evaluation().tree();
    Model model = Model.of(tree);
    formula = RuleFormula.of(model, rules);
    Nearest.announce(model, start);
    engine = new Engine(model.cnf(), new LogicNgSolver());
    nearest = new Nearest(model, engine, start);
    Model guarded = Model.guarded(tree);
    guardedFormula = RuleFormula.of(guarded, rules);
    reasons = new Reasons(guarded);
  }

  /** Decides a rule. */
  public Ruling of(Rule rule) {
    int when = formula.when(rule);
    int decisive = formula.decisive(rule);
    return switch (engine.solve(limit, when, decisive)) {
      case SATISFIABLE -> shown(rule, when, decisive);
      case UNSATISFIABLE -> impossible(rule, when);
      case UNKNOWN -> Ruling.undecided(rule);
    };
  }

  private Ruling shown(Rule rule, int when, int decisive) {
    Optional<Example> example =
        nearest.find(limit, Set.of(), new RuleCheck(rule)::shows, when, decisive);
    Ruling.Outcome outcome = existential(rule) ? Ruling.Outcome.HOLDS : Ruling.Outcome.BROKEN;
    return example
        .map(shown -> Ruling.shown(rule, outcome, shown))
        .orElseGet(() -> Ruling.undecided(rule));
  }

  private Ruling impossible(Rule rule, int when) {
    Verdict possible = engine.solve(limit, when);
    if (possible == Verdict.UNKNOWN) {
      return Ruling.undecided(rule);
    }
    boolean empty = possible == Verdict.UNSATISFIABLE;
    Ruling.Outcome outcome =
        empty
            ? Ruling.Outcome.EMPTY
            : existential(rule) ? Ruling.Outcome.BROKEN : Ruling.Outcome.HOLDS;
    int guardedWhen = guardedFormula.when(rule);
    Optional<List<Line>> lines =
        empty
            ? reasons.against(limit, guardedWhen)
            : reasons.against(limit, guardedWhen, guardedFormula.decisive(rule));
    return new Ruling(rule, outcome, null, lines.orElse(List.of()), lines.isPresent());
  }

  /** Whether one configuration is enough for the rule to hold. */
  private static boolean existential(Rule rule) {
    return rule.claim() instanceof Rule.Claim.Modular;
  }
}
