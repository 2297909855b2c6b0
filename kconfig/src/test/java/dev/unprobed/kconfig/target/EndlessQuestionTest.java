package dev.unprobed.kconfig.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.OurConf;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.Scenario;
import org.junit.jupiter.api.Test;

/** Where conf would print the same question until the disk is full, ours gives up and says so. */
class EndlessQuestionTest {
  private static final String MODULES = "config MODULES\n\tdef_bool y\n\tmodules\n";

  @Test
  void valueThatIsOutOfReach() {
    // From 6.11 on, accepting the current value counts as setting it, and y is more than m.
    assertGivesUp(
        Generation.LINUX_7_0,
        "config A\n\ttristate \"a\" if m\n\tselect B\n\tdefault y\nconfig B\n\tdef_bool y\n");
  }

  @Test
  void numberWithoutValue() {
    assertGivesUp(Generation.LINUX_6_1, "config I\n\tint \"i\"\n");
  }

  private static void assertGivesUp(Generation generation, String kconfig) {
    Outcome outcome =
        OurConf.run(generation, Scenario.of(MODULES + kconfig).target(Target.OLDCONFIG));
    assertThat(outcome.checks()).containsExactly("no-answer");
    assertThat(outcome.files()).doesNotContainKey(".config");
  }
}
