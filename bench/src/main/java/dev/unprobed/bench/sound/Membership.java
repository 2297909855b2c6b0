package dev.unprobed.bench.sound;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks whether the formula has a configuration. */
record Membership(Subject subject) {

  /** What a configuration turned out to be. */
  enum Standing {
    SATISFIES,
    /** A number out of its range, which the formula leaves out on purpose; only up to 6.7. */
    LEFT_OUT,
    DIFFERS
  }

  /**
   * The answer.
   *
   * @param unnamed how many numbers and strings had a text for which the formula has none of its
   *     own, only others that stand for it
   * @param wrong what differs; empty unless something does
   */
  record Answer(Standing standing, int unnamed, String wrong) {}

  Answer of(String config) {
    Evaluation evaluation = subject.evaluate(config);
    if (!Subject.written(evaluation).equals(config)) {
      return new Answer(Standing.DIFFERS, 0, "the evaluator writes it otherwise than conf");
    }
    Map<Integer, Symbol> values = new LinkedHashMap<>();
    int unnamed = 0;
    for (Symbol symbol : subject.symbols()) {
      if (!ranged(evaluation, symbol)) {
        return new Answer(Standing.LEFT_OUT, 0, "");
      }
      int literal = subject.model().view(symbol).is(evaluation.text(symbol));
      if (literal == Cnf.FALSE && !symbol.type().logical()) {
        unnamed++;
      } else {
        values.putIfAbsent(literal, symbol);
      }
    }
    int[] all = values.keySet().stream().mapToInt(Integer::intValue).toArray();
    return subject.engine().solve(Limit.NONE, all) == Verdict.SATISFIABLE
        ? new Answer(Standing.SATISFIES, unnamed, "")
        : new Answer(Standing.DIFFERS, unnamed, contradiction(values, evaluation));
  }

  private String contradiction(Map<Integer, Symbol> values, Evaluation evaluation) {
    List<String> names = new ArrayList<>();
    for (int literal : subject.engine().core()) {
      Symbol symbol = values.get(literal);
      names.add(
          symbol == null
              ? Integer.toString(literal)
              : symbol.displayName() + "=" + evaluation.text(symbol));
    }
    return "the formula does not have " + String.join(", ", names);
  }

  private static boolean ranged(Evaluation evaluation, Symbol symbol) {
    return !evaluation.tree().generation().forgetsNumbersOutOfRange()
        || evaluation.visibility(symbol) == 0
        || evaluation.range(symbol) == null
        || evaluation.withinRange(symbol, evaluation.text(symbol));
  }
}
