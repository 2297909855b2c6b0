package dev.unprobed.bench.sound;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Configurations out of the formula, each as far from the others as chance brings it: MODULES is
 * pinned on and off in turn, some random symbols to random values, and the solver starts from
 * random values for all that is left.
 */
final class SolverMade {
  private static final int MOST_PINS = 80;

  private final Subject subject;
  private final Random random;
  private final Set<String> shown = new HashSet<>();
  private int made;

  /** The same seed makes the same configurations. */
  SolverMade(Subject subject, long seed) {
    this.subject = subject;
    random = new Random(seed);
  }

  /**
   * One configuration.
   *
   * @param config the whole {@code .config}, as our evaluator writes it
   * @param wrong what the evaluator says otherwise than the formula; empty when they agree
   */
  record Made(String config, String wrong) {}

  /** How many different values of symbols there were in all of them. */
  int shown() {
    return shown.size();
  }

  Made next() {
    find();
    Witness witness = new Witness(subject.model(), subject.engine()::value);
    Evaluation evaluation = subject.evaluate(witness.lines(Subject.PREFIX));
    String wrong = "";
    for (Symbol symbol : subject.symbols()) {
      String value = witness.text(symbol);
      shown.add(symbol.displayName() + "=" + value);
      if (!value.equals(evaluation.text(symbol))) {
        wrong =
            "the formula has %s=%s, the evaluator %s"
                .formatted(symbol.displayName(), value, evaluation.text(symbol));
      }
    }
    return new Made(Subject.written(evaluation), wrong);
  }

  /** Pins that cannot all hold are dropped one by one, those of MODULES last. */
  private void find() {
    Engine engine = subject.engine();
    List<Integer> pins = pins();
    engine.shuffle(random);
    while (engine.solve(Limit.NONE, array(pins)) != Verdict.SATISFIABLE) {
      int[] core = engine.core();
      if (core.length == 0) {
        throw new IllegalStateException(subject.name() + ": the formula has no configuration");
      }
      int modules = pins.getFirst();
      List<Integer> droppable = new ArrayList<>();
      for (int literal : core) {
        if (literal != modules || core.length == 1) {
          droppable.add(literal);
        }
      }
      int dropped = droppable.get(random.nextInt(droppable.size()));
      pins.removeIf(literal -> literal == dropped);
    }
  }

  private List<Integer> pins() {
    int modules = subject.model().value(subject.loaded().tree().modules()).m();
    List<Integer> pins = new ArrayList<>(List.of(made++ % 2 == 0 ? modules : -modules));
    for (int left = random.nextInt(MOST_PINS); left > 0; left--) {
      Symbol symbol = subject.symbols().get(random.nextInt(subject.symbols().size()));
      Map<String, Integer> texts = subject.model().view(symbol).texts();
      List<Integer> literals = List.copyOf(texts.values());
      pins.add(literals.get(random.nextInt(literals.size())));
    }
    return pins;
  }

  private static int[] array(List<Integer> literals) {
    return literals.stream().mapToInt(Integer::intValue).toArray();
  }
}
