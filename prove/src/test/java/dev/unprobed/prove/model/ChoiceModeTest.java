package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Up to 6.10 the mode of a choice falls from y to n when no member would be visible. Only what
 * depends on the mode itself shows it: a member without a prompt, whose default needs the choice.
 */
class ChoiceModeTest {
  private static final int MOST_FILES = 5000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        config BUS
        	bool "Bus"
        choice
        	prompt "Speed"
        config FAST
        	bool "Fast"
        	depends on BUS
        config HIDDEN
        	bool
        	default y
        endchoice
        config AFTER
        	def_bool HIDDEN
        """,
        """
        config BUS
        	bool "Bus"
        choice
        	prompt "Speed"
        config FAST
        	bool "Fast"
        	depends on BUS
        config FASTER
        	bool "Faster"
        	depends on BUS && FAST
        config SLOW
        	bool "Slow"
        	depends on BUS
        config HIDDEN
        	bool
        	default y
        endchoice
        config AFTER
        	bool "After"
        	depends on HIDDEN
        """,
        """
        config MODULES
        	bool "Modules"
        	modules
        config BUS
        	tristate "Bus"
        choice
        	tristate "Speed"
        config FAST
        	tristate "Fast"
        	depends on BUS = m
        config SLOW
        	tristate "Slow"
        	depends on BUS
        config HIDDEN
        	tristate
        	default y
        endchoice
        config AFTER
        	def_tristate HIDDEN
        """
      })
  void fallsWhereNoMemberIsVisible(String kconfig) {
    for (Generation generation : List.of(Generation.LINUX_6_1, Generation.LINUX_6_8)) {
      World world = World.of(generation, Map.of("Kconfig", kconfig), "");
      AllConfigurations all = new AllConfigurations(world);
      List<String> files = all.files(MOST_FILES).orElseThrow();
      Set<String> found = AllConfigurations.byTrying(files, all::evaluated);
      assertThat(found).hasSizeGreaterThan(1);
      assertThat(all.byFormula()).isEqualTo(found);
    }
  }
}
