package dev.unprobed.kconfig.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.OurConf;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.RealConf;
import dev.unprobed.kconfig.oracle.Scenario;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random trees and configurations give what conf gives: files, output, warnings and exit code.
 *
 * <p>{@code -Dunprobed.random.trees=5000} runs more of them, {@code -Dunprobed.random.seed=N}
 * starts elsewhere. The newer generations are compared when {@code -Dunprobed.oracle=FOLDER} has
 * their conf.
 */
class DifferentialTest {
  private static final int TARGETS = 8;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_6_18", "LINUX_7_0", "LINUX_7_1"})
  void givesWhatConfGives(Generation generation) {
    RealConf real = RealConf.of(generation);
    long first = Long.getLong("unprobed.random.seed", 1);
    int trees = Integer.getInteger("unprobed.random.trees", 120);
    for (long seed = first; seed < first + trees; seed++) {
      compare(generation, real, seed);
    }
  }

  private static void compare(Generation generation, RealConf real, long seed) {
    List<Scenario> scenarios = Scenarios.of(seed, generation, TARGETS);
    List<Outcome> outcomes = real.run(scenarios);
    for (int i = 0; i < scenarios.size(); i++) {
      Scenario scenario = scenarios.get(i);
      Outcome ours = OurConf.run(generation, scenario);
      if (!ours.differenceFrom(outcomes.get(i)).isEmpty()) {
        fail(generation, real, seed, scenario);
      }
    }
  }

  private static void fail(Generation generation, RealConf real, long seed, Scenario scenario) {
    Scenario small = Shrinker.shrink(scenario, s -> !difference(generation, real, s).isEmpty());
    String difference = difference(generation, real, small);
    assertThat(difference)
        .as("Linux %s, -Dunprobed.random.seed=%d\n%s\n", generation.version(), seed, small)
        .isEmpty();
  }

  private static String difference(Generation generation, RealConf real, Scenario scenario) {
    return OurConf.run(generation, scenario).differenceFrom(real.run(scenario));
  }
}
