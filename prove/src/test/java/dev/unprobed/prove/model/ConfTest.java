package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.RealConf;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the formula calls a configuration comes back from the kernel's own conf as it is. */
class ConfTest {
  private static final int TREES = 25;
  private static final int CONFIGURATIONS = 4;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void givesThemBack(Generation generation) {
    RealConf conf = RealConf.of(generation);
    for (long seed = 1; seed <= TREES; seed++) {
      Optional<FixedPoints> points = FormulaTest.points(generation, seed);
      if (points.isPresent()) {
        check(conf, generation, seed, points.get());
      }
    }
  }

  private static void check(RealConf conf, Generation generation, long seed, FixedPoints points) {
    Scenario tree = Scenarios.of(seed, generation, 1).getFirst();
    Scenario bare = new Scenario(tree.files(), Map.of("TITLE", "tests"), Target.OLDDEFCONFIG, "");
    List<String> configurations = points.configurations(new Random(seed), CONFIGURATIONS);
    List<Outcome> outcomes = conf.run(configurations.stream().map(bare::config).toList());
    for (int i = 0; i < outcomes.size(); i++) {
      assertThat(outcomes.get(i).file(".config"))
          .as("Linux %s, seed %d\n%s", generation.version(), seed, tree)
          .isEqualTo(configurations.get(i));
    }
  }
}
