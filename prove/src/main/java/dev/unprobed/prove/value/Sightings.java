package dev.unprobed.prove.value;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Values that are known to occur before a {@link Survey} begins, so that it need not ask for them:
 * out of another survey whose condition is a narrower one, or out of configurations that were made
 * for a tree that is almost the same.
 */
public final class Sightings {
  private static final int ROUNDS = 4;

  private final Map<Symbol, Set<String>> values = new HashMap<>();

  /** Whether some configuration is known to give the symbol this value. */
  public boolean has(Symbol symbol, String value) {
    return values.getOrDefault(symbol, Set.of()).contains(value);
  }

  /** Takes what another survey of the same tree has found, under a condition that implies ours. */
  public void add(Possible possible) {
    values.computeIfAbsent(possible.symbol(), key -> new HashSet<>()).addAll(possible.values());
  }

  /**
   * Takes what a file comes to. As long as olddefconfig changes it, it is no configuration yet.
   *
   * @param config a {@code .config}, a byte string
   * @param condition whether a configuration is one of those that are meant
   */
  public void add(
      String config, Replay replay, Predicate<Evaluation> condition, Collection<Symbol> symbols) {
    String before = config;
    for (int round = 0; round < ROUNDS; round++) {
      Evaluation evaluation = replay.evaluate(before);
      String written = new ConfigText(evaluation, replay.prefix()).dotConfig();
      if (written.equals(before)) {
        if (condition.test(evaluation) && symbols.stream().allMatch(it -> ranged(evaluation, it))) {
          symbols.forEach(it -> take(it, evaluation.text(it)));
        }
        return;
      }
      before = written;
    }
  }

  private void take(Symbol symbol, String value) {
    values.computeIfAbsent(symbol, key -> new HashSet<>()).add(value);
  }

  /** Up to 6.7 the formula leaves out numbers that a range without numbers has left behind. */
  private static boolean ranged(Evaluation evaluation, Symbol symbol) {
    return !evaluation.tree().generation().forgetsNumbersOutOfRange()
        || evaluation.visibility(symbol) == 0
        || evaluation.range(symbol) == null
        || evaluation.withinRange(symbol, evaluation.text(symbol));
  }
}
