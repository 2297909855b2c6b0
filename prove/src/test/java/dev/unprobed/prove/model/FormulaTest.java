package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On random trees the formula has just the configurations that the evaluator has, whose values are
 * held against conf elsewhere.
 *
 * <p>{@code -Dunprobed.random.trees=5000} runs more of them, {@code -Dunprobed.random.seed=N}
 * starts elsewhere.
 */
class FormulaTest {
  @ParameterizedTest
  @EnumSource(names = {"LINUX_5_4", "LINUX_6_1", "LINUX_6_8", "LINUX_6_12", "LINUX_7_1"})
  void hasTheConfigurationsThatTheEvaluatorHas(Generation generation) {
    long first = Long.getLong("unprobed.random.seed", 1);
    int trees = Integer.getInteger("unprobed.random.trees", 120);
    int modelled = 0;
    for (long seed = first; seed < first + trees; seed++) {
      modelled += check(generation, seed) ? 1 : 0;
    }
    assertThat(modelled).as("trees that were not refused").isGreaterThan(trees / 6);
  }

  private static boolean check(Generation generation, long seed) {
    Optional<FixedPoints> points = points(generation, seed);
    if (points.isEmpty()) {
      return false;
    }
    Random random = new Random(seed);
    String where =
        "Linux %s, -Dunprobed.random.seed=%d\n%s"
            .formatted(generation.version(), seed, Scenarios.of(seed, generation, 1).getFirst());
    assertThat(points.get().incomplete(random, 40)).as(where).isNull();
    assertThat(points.get().unsound(random, 40)).as(where).isNull();
    return true;
  }

  /** Absent when conf refuses the tree, or the formula would not be exact. */
  static Optional<FixedPoints> points(Generation generation, long seed) {
    Scenario scenario = Scenarios.of(seed, generation, 1).getFirst();
    World world;
    try {
      world = World.of(generation, scenario.files(), "");
    } catch (KconfigException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FixedPoints(world));
    } catch (KconfigException e) {
      assertThat(e.diagnostics()).extracting(Diagnostic::check).containsOnly("not-modelled");
      return Optional.empty();
    }
  }
}
