package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds rules that no tree could satisfy, whatever its files said. */
public final class Contradictions {
  private final RuleFormula formula;
  private final Engine engine;
  private final Map<Integer, Rule> guards = new LinkedHashMap<>();

  private Contradictions(MenuTree tree, List<Rule> rules) {
    FreeTerms terms = new FreeTerms();
    formula = RuleFormula.of(terms, tree);
    engine = new Engine(terms.cnf(), new LogicNgSolver());
    for (Rule rule : rules) {
      if (!(rule.claim() instanceof Rule.Claim.Modular)) {
        int guard = terms.cnf().newInput();
        terms.cnf().add(-guard, -formula.when(rule), -formula.decisive(rule));
        guards.put(guard, rule);
      }
    }
  }

  /**
   * Looks at the rules alone.
   *
   * @throws KconfigException when some contradict each other
   */
  public static void refuse(MenuTree tree, List<Rule> rules) {
    Contradictions contradictions = new Contradictions(tree, rules);
    List<Diagnostic> found = new ArrayList<>();
    List<List<Rule>> known = new ArrayList<>();
    for (Rule rule : rules) {
      List<Rule> core = contradictions.with(rule);
      if (!core.isEmpty() && known.stream().noneMatch(other -> other.containsAll(core))) {
        known.add(core);
        found.add(diagnostic(core));
      }
    }
    if (!found.isEmpty()) {
      throw new KconfigException(found);
    }
  }

  /** Rules that cannot hold where the condition of this one does; empty when all of them can. */
  private List<Rule> with(Rule rule) {
    List<Integer> question = new ArrayList<>(List.of(formula.when(rule)));
    if (rule.claim() instanceof Rule.Claim.Modular) {
      question.add(formula.decisive(rule));
    }
    if (!impossible(question, List.of())) {
      List<Integer> kept = new ArrayList<>(guards.keySet());
      if (impossible(question, kept)) {
        for (int guard : guards.keySet()) {
          List<Integer> fewer = new ArrayList<>(kept);
          fewer.removeIf(other -> other == guard);
          if (impossible(question, fewer)) {
            kept = fewer;
          }
        }
        return core(rule, kept);
      }
    }
    return List.of();
  }

  private List<Rule> core(Rule rule, List<Integer> kept) {
    List<Rule> core = new ArrayList<>();
    guards.forEach((guard, guarded) -> {
      if (kept.contains(guard) || guarded.equals(rule)) {
        core.add(guarded);
      }
    });
    if (!core.contains(rule)) {
      core.add(rule);
    }
    return core;
  }

  private boolean impossible(List<Integer> question, List<Integer> kept) {
    List<Integer> all = new ArrayList<>(question);
    all.addAll(kept);
    int[] assumptions = all.stream().mapToInt(Integer::intValue).toArray();
    return engine.solve(Limit.NONE, assumptions) == Verdict.UNSATISFIABLE;
  }

  private static Diagnostic diagnostic(List<Rule> core) {
    Snippet last = core.getLast().statement().subject();
    String others =
        core.subList(0, core.size() - 1).stream()
            .map(Contradictions::place)
            .collect(Collectors.joining(" and "));
    String message =
        others.isEmpty()
            ? "no configuration of any tree could satisfy this rule"
            : "this rule and " + others + " cannot hold together in any tree";
    String hint = others.isEmpty() ? null : "take one of them out, or narrow the condition of one";
    return last.error(last.from(), "contradiction", message, hint);
  }

  private static String place(Rule rule) {
    Snippet subject = rule.statement().subject();
    return "\"%s\" (%s:%d)".formatted(rule.statement().text(), subject.path(), subject.line());
  }
}
