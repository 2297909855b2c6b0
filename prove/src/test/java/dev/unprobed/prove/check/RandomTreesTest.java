package dev.unprobed.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.sat.Limit;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On random trees the checks find just what one sees who looks at every configuration; where there
 * are too many, what they call dead is in none of those looked at, and every unmet select that is
 * seen is among the findings.
 *
 * <p>{@code -Dunprobed.random.trees=5000} runs more of them, {@code -Dunprobed.random.seed=N}
 * starts elsewhere.
 */
class RandomTreesTest {
  private static final int MOST = 300;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void findsWhatEnumerationFinds(Generation generation) {
    long first = Long.getLong("unprobed.random.seed", 1);
    int trees = Integer.getInteger("unprobed.random.trees", 80);
    int complete = 0;
    for (long seed = first; seed < first + trees; seed++) {
      complete += check(generation, seed) ? 1 : 0;
    }
    assertThat(complete).as("trees that were looked through").isGreaterThan(trees / 20);
  }

  /** Whether all configurations of the tree were looked at. */
  private static boolean check(Generation generation, long seed) {
    Scenario scenario = Scenarios.of(seed, generation, 1).getFirst();
    World world;
    Checked checked;
    EveryConfiguration every;
    try {
      world = World.of(generation, scenario.files(), "");
      checked = Checked.of(world, Limit.NONE, Check.ALL);
      every = new EveryConfiguration(world);
    } catch (KconfigException e) {
      return false;
    }
    Occurrences occurrences = new Occurrences(world.explainer().tree());
    boolean all = every.visit(MOST, new Random(seed), occurrences::see);
    if (!occurrences.any()) {
      // A range that no number is in; a check that does not depend on it goes on.
      return false;
    }
    Set<String> found =
        checked.findings().findings().stream()
            .map(Occurrences::line)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = occurrences.expected();
    String where =
        "Linux %s, -Dunprobed.random.seed=%d\n%s".formatted(generation.version(), seed, scenario);
    if (all) {
      assertThat(found).as(where).isEqualTo(expected);
    } else {
      assertThat(found).as(where).containsAll(unmet(expected));
      assertThat(dead(expected)).as(where).containsAll(dead(found));
    }
    return all;
  }

  private static Set<String> unmet(Set<String> lines) {
    return lines.stream().filter(line -> line.startsWith("unmet")).collect(Collectors.toSet());
  }

  /** Without default-m, which is only told of defaults that were seen to apply. */
  private static Set<String> dead(Set<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("dead-symbol"))
        .collect(Collectors.toSet());
  }
}
