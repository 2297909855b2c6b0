package dev.unprobed.prove.check;

import dev.unprobed.prove.condition.ModelTerms;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import dev.unprobed.prove.value.Replay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers the questions of checks about one tree. Use once. */
public final class Checking {
  private final Exact exact;
  private final Possibilities possibilities;
  private final Examples examples;
  private final Origin origin;
  private final Reasons reasons;

  /**
   * Of one tree.
   *
   * @param replay confirms what is found; nothing is reported that it does not confirm
   * @param limit when to give up
   */
  public Checking(Model model, Replay replay, Limit limit) {
    this.exact = new Exact(model);
    this.possibilities = new Possibilities(model.cnf(), limit);
    this.examples = new Examples(model, possibilities, replay);
    this.origin = new Origin(exact, possibilities, limit);
    this.reasons = new Reasons(exact, possibilities);
  }

  /**
   * What the checks find.
   *
   * @param wanted which questions to ask
   */
  public Findings of(List<? extends Check> checks, Predicate<Question> wanted) {
    checks.forEach(this::announce);
    List<Question> questions = new ArrayList<>();
    for (Check check : checks) {
      check.questions(exact.tree()).stream().filter(wanted).forEach(questions::add);
    }
    possibilities.settle(literals(questions), examples::take);
    return answers(questions);
  }

  /** What is compared has to be known before numbers and strings are chosen. */
  private void announce(Check check) {
    if (check instanceof DroppableDriver(List<DroppableDriver.Rule> rules)) {
      ModelTerms terms = new ModelTerms(exact.model());
      rules.forEach(rule -> terms.announce(rule.when()));
    }
  }

  private Set<Integer> literals(List<Question> questions) {
    Set<Integer> literals = new LinkedHashSet<>();
    for (Question question : questions) {
      int literal = question.situation().applyAsInt(exact);
      literals.add(literal);
      if (question.bad()) {
        examples.want(literal, question);
      }
      question.conditions().forEach(given -> literals.add(given.situation().applyAsInt(exact)));
    }
    return literals;
  }

  private Findings answers(List<Question> questions) {
    List<Question> found = new ArrayList<>();
    Set<Finding.Key> healthy = new HashSet<>();
    List<Question> open = new ArrayList<>();
    for (Question question : questions) {
      Verdict verdict = possibilities.of(question.situation().applyAsInt(exact));
      Verdict worth = worth(question);
      boolean harmless =
          verdict != Verdict.UNKNOWN && question.bad() != (verdict == Verdict.SATISFIABLE);
      if (harmless && !question.bad()) {
        healthy.add(question.key());
      } else if (!harmless && worth != Verdict.UNSATISFIABLE) {
        boolean decided = verdict != Verdict.UNKNOWN && worth != Verdict.UNKNOWN;
        (decided ? found : open).add(question);
      }
    }
    // Two questions about one line have one key, and one bad answer is enough.
    found.forEach(question -> healthy.remove(question.key()));
    origin.settle(found.stream().filter(question -> !question.bad()).toList());
    return new Findings(
        found.stream().map(this::finding).toList(),
        healthy,
        open.stream().map(Question::key).collect(Collectors.toSet()),
        open.size(),
        questions.size());
  }

  /** Whether all that makes a question worth asking is so. */
  private Verdict worth(Question question) {
    Verdict worth = Verdict.SATISFIABLE;
    for (Question.Given given : question.conditions()) {
      Verdict verdict = possibilities.of(given.situation().applyAsInt(exact));
      if (verdict == Verdict.UNKNOWN) {
        worth = Verdict.UNKNOWN;
      } else if (verdict == Verdict.SATISFIABLE != given.possible()) {
        return Verdict.UNSATISFIABLE;
      }
    }
    return worth;
  }

  private Finding finding(Question question) {
    Examples.Shown shown = examples.of(question);
    boolean universal = !question.bad();
    return new Finding(
        question.check(),
        universal ? origin.level(question) : question.level(),
        question.location(),
        question.symbol().displayName(),
        question.text(),
        question.message(),
        universal ? reasons.of(question.about()) : "",
        shown == null ? null : shown.example(),
        question.effect(),
        shown == null ? new LinkedHashMap<>() : shown.values());
  }
}
