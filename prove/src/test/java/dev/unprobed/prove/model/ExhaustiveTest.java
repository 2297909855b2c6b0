package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.KconfigException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On thousands of small random trees the solutions of the formula are just the configurations that
 * come out of trying every file with our evaluator. {@link SmallTreesTest} tries them with conf.
 *
 * <p>{@code -Dunprobed.random.trees=5000} runs more of them, {@code -Dunprobed.random.seed=N}
 * starts elsewhere.
 */
class ExhaustiveTest {
  private static final int MOST_SYMBOLS = 10;
  private static final int MOST_FILES = 400;

  private final long first = Long.getLong("unprobed.random.seed", 1);

  @ParameterizedTest
  @EnumSource(names = {"LINUX_5_4", "LINUX_6_1", "LINUX_6_8", "LINUX_6_12", "LINUX_7_1"})
  void solutionsAreWhatTryingEveryFileFinds(Generation generation) {
    int trees = Integer.getInteger("unprobed.random.trees", 500);
    int tried = 0;
    for (long seed = first; seed < first + trees; seed++) {
      AllConfigurations all = all(generation, seed);
      if (all != null) {
        tried += check(generation, seed, all, MOST_FILES, all::evaluated) ? 1 : 0;
      }
    }
    assertThat(tried).as("trees of which every file was tried").isGreaterThan(trees / 20);
  }

  private static boolean check(
      Generation generation,
      long seed,
      AllConfigurations all,
      int most,
      UnaryOperator<List<String>> olddefconfig) {
    Optional<List<String>> files = all.files(most);
    if (files.isEmpty() || all.size() > MOST_SYMBOLS) {
      return false;
    }
    String where = "Linux %s, -Dunprobed.random.seed=%d".formatted(generation.version(), seed);
    Set<String> found = AllConfigurations.byTrying(files.get(), olddefconfig);
    Set<String> solutions = all.byFormula();
    assertThat(found).as(where).containsAll(solutions);
    assertThat(solutions).as(where).containsAll(found.stream().filter(all::ranged).toList());
    return true;
  }

  /** Null when conf refuses the tree, or the formula would not be exact. */
  private static @Nullable AllConfigurations all(Generation generation, long seed) {
    Scenario scenario = Scenarios.of(seed, generation, 1).getFirst();
    try {
      return new AllConfigurations(World.of(generation, scenario.files(), ""));
    } catch (KconfigException e) {
      return null;
    }
  }
}
