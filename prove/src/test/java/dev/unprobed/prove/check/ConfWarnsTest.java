package dev.unprobed.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.RealConf;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.target.Target;
import dev.unprobed.prove.sat.Limit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of an unmet select makes the kernel's own conf warn about its target. */
class ConfWarnsTest {
  private static final int TREES = 300;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void aboutEveryUnmetSelect(Generation generation) {
    RealConf conf = RealConf.of(generation);
    int warnings = 0;
    for (long seed = 1; seed <= TREES; seed++) {
      Scenario tree = Scenarios.of(seed, generation, 1).getFirst();
      Scenario bare = new Scenario(tree.files(), Map.of("TITLE", "tests"), Target.OLDDEFCONFIG, "");
      List<Finding> findings = unmet(generation, tree);
      List<Outcome> outcomes =
          conf.run(findings.stream().map(finding -> bare.config(config(finding))).toList());
      for (int i = 0; i < outcomes.size(); i++) {
        String target = target(findings.get(i));
        assertThat(outcomes.get(i).err())
            .as("Linux %s, seed %d\n%s\n%s", generation.version(), seed, findings.get(i), tree)
            .contains("unmet direct dependencies detected for " + target + "\n");
        warnings++;
      }
    }
    assertThat(warnings).isGreaterThan(TREES / 30);
  }

  private static List<Finding> unmet(Generation generation, Scenario tree) {
    try {
      World world = World.of(generation, tree.files(), "");
      return Checked.of(world, Limit.NONE, List.of(new UnmetSelect())).findings().findings();
    } catch (KconfigException e) {
      return List.of();
    }
  }

  /** What {@code select TARGET if CONDITION} names. */
  private static String target(Finding finding) {
    String named = finding.text().substring("select ".length());
    int end = named.indexOf(' ');
    return end < 0 ? named : named.substring(0, end);
  }

  private static String config(Finding finding) {
    return Objects.requireNonNull(finding.example()).config();
  }
}
