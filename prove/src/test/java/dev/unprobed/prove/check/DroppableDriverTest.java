package dev.unprobed.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.condition.SymbolNames;
import dev.unprobed.prove.sat.Limit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DroppableDriverTest {
  private static final String KCONFIG =
      """
      config PLATFORM
      	bool "Platform"
      	select CLK
      config CLK
      	bool "Clock"
      config SERIAL
      	bool "Serial"
      	default y if PLATFORM
      config CPUS
      	int "Processors"
      config MANY
      	def_bool CPUS > 7
      """;

  private final World world = World.of(Generation.LINUX_6_12, Map.of("Kconfig", KCONFIG), "");

  @Test
  void aDefaultCanBeOverruledAndASelectCannot() {
    assertThat(findings("PLATFORM", "CLK", "SERIAL"))
        .containsExactly("6 error[droppable-driver] SERIAL can be n although PLATFORM: ");
    assertThat(findings("PLATFORM && SERIAL", "CLK", "SERIAL")).isEmpty();
  }

  @Test
  void conditionsCompareNumbers() {
    assertThat(findings("CPUS > 11", "MANY")).isEmpty();
    assertThat(findings("CPUS != 11", "MANY")).hasSize(1);
    assertThat(findings("!(CPUS <= \"5\") || CPUS = 3", "MANY")).hasSize(1);
  }

  @Test
  void withoutTimeNothingIsClaimed() {
    Findings findings = checked(() -> true, "PLATFORM", "SERIAL").findings();
    assertThat(findings.findings()).isEmpty();
    assertThat(findings.undecided()).isEqualTo(1);
    Findings all = Checked.of(world, () -> true, Check.ALL).findings();
    assertThat(all.findings()).isEmpty();
    assertThat(all.healthy()).isEmpty();
    assertThat(all.undecided()).isEqualTo(all.asked());
  }

  private List<String> findings(String when, String... drivers) {
    return checked(Limit.NONE, when, drivers).lines();
  }

  private Checked checked(Limit limit, String when, String... drivers) {
    MenuTree tree = world.explainer().tree();
    SymbolNames names =
        new SymbolNames() {
          @Override
          public @Nullable Symbol find(String name) {
            return tree.find(name);
          }

          @Override
          public String hint(String name) {
            return "";
          }
        };
    Condition condition = ConditionParser.parse(Snippet.of("--essential", when), names);
    List<Symbol> symbols =
        Arrays.stream(drivers).map(name -> Objects.requireNonNull(tree.find(name))).toList();
    DroppableDriver check =
        new DroppableDriver(List.of(new DroppableDriver.Rule(condition, when, symbols, null)));
    return Checked.of(world, limit, List.of(check));
  }
}
