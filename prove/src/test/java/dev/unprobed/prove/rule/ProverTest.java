package dev.unprobed.prove.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.condition.SymbolNames;
import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.rule.Ruling.Outcome;
import dev.unprobed.prove.sat.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProverTest {
  private static final String KCONFIG =
      """
      config MODULES
      	bool "Modules"
      	modules
      	default y
      config ARM64
      	def_bool y
      menu "Platforms"
      	depends on ARM64
      config PLATFORM
      	bool "A platform"
      	select FORCED
      	select BOARD if EXTRA
      endmenu
      config EXTRA
      	bool "More"
      config ESSENTIAL
      	def_tristate m
      	depends on PLATFORM
      	select CLK
      config CLK
      	tristate "Clocks"
      	default PLATFORM
      config FORCED
      	tristate "Forced"
      config BOARD
      	bool "Board"
      config PINCTRL
      	bool "Pins"
      	default PLATFORM
      config LATER
      	tristate "Later"
      	depends on FORCED && ABSENT
      config CPUS
      	int "Processors"
      	range 2 64
      	default 8
      choice
      	prompt "Page size"
      config PAGES_4K
      	bool "4K"
      config PAGES_64K
      	bool "64K"
      endchoice
      """;

  private final World world = World.of(Generation.LINUX_6_1, Map.of("Kconfig", KCONFIG), "");
  private final MenuTree tree = world.explainer().tree();
  private final Start start = Start.of("CONFIG_PLATFORM=y\nCONFIG_CPUS=16\n", world::evaluate);

  @Test
  void theFloorBySelectKeepsADriverOn() {
    Ruling ruling = ruling("PLATFORM", Statement.Kind.ALWAYS, "CLK");
    assertThat(ruling.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(reasons(ruling))
        .containsExactlyInAnyOrder("def_tristate m", "depends on PLATFORM", "select CLK");
  }

  @Test
  void andItMayBeAModule() {
    Ruling ruling = ruling("PLATFORM", Statement.Kind.MODULAR, "CLK");
    assertThat(ruling.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(changes(ruling)).containsExactly("CLK: y -> m");
  }

  @Test
  void aSelectByABoolForbidsModules() {
    Ruling ruling = ruling("PLATFORM", Statement.Kind.MODULAR, "FORCED");
    assertThat(ruling.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(reasons(ruling))
        .containsExactlyInAnyOrder(
            "def_bool y", "depends on ARM64", "config PLATFORM", "select FORCED");
  }

  @Test
  void aDefaultKeepsNothingOn() {
    Ruling ruling = ruling("PLATFORM", Statement.Kind.ALWAYS, "PINCTRL");
    assertThat(ruling.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(changes(ruling)).containsExactly("PINCTRL: y -> n");
    assertThat(Objects.requireNonNull(ruling.example()).config())
        .contains("# CONFIG_PINCTRL is not set\n");
  }

  @Test
  void anExampleChangesOnlyWhatMatters() {
    Ruling ruling = ruling("PLATFORM && CPUS > 32 && PAGES_64K", Statement.Kind.NEVER, "BOARD");
    assertThat(ruling.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(changes(ruling)).hasSize(3).anyMatch(change -> change.startsWith("CPUS: 16 -> "));
  }

  @Test
  void anUnsatisfiableConditionIsNoProof() {
    Ruling ruling = ruling("PLATFORM && !FORCED", Statement.Kind.ALWAYS, "CLK");
    assertThat(ruling.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(reasons(ruling)).contains("select FORCED");
  }

  @Test
  void whatNothingDefinesIsAReason() {
    Ruling ruling = ruling(null, Statement.Kind.NEVER, "LATER");
    assertThat(ruling.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(reasons(ruling)).contains("nothing defines ABSENT");
  }

  @Test
  void impliesComparesValues() {
    assertThat(ruling("PLATFORM", Statement.Kind.IMPLIES, "FORCED").outcome())
        .isEqualTo(Outcome.HOLDS);
    assertThat(ruling("PLATFORM", Statement.Kind.IMPLIES, "CLK").outcome())
        .isEqualTo(Outcome.BROKEN);
    assertThat(ruling("PLATFORM", Statement.Kind.HOLDS, "CLK").outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void membersOfAChoiceExcludeEachOther() {
    Ruling ruling = ruling("PAGES_4K", Statement.Kind.NEVER, "PAGES_64K");
    assertThat(ruling.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(reasons(ruling)).contains("choice");
  }

  @Test
  void withoutTimeNothingHolds() {
    Rule rule = rule("PLATFORM", Statement.Kind.ALWAYS, "CLK");
    Ruling ruling = new Prover(List.of(rule), start, () -> true).of(rule);
    assertThat(ruling.outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void contradictionsAreRefused() {
    List<Rule> rules =
        List.of(
            rule("PLATFORM", Statement.Kind.ALWAYS, "CLK"),
            rule("EXTRA", Statement.Kind.ALWAYS, "BOARD"),
            rule("PLATFORM && EXTRA", Statement.Kind.NEVER, "CLK"));
    assertThatThrownBy(() -> Contradictions.refuse(tree, rules))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("error[contradiction]: this rule and \"when PLATFORM always CLK\"");
    Contradictions.refuse(tree, rules.subList(0, 2));
  }

  private Ruling ruling(@Nullable String when, Statement.Kind kind, String subject) {
    Rule rule = rule(when, kind, subject);
    return new Prover(List.of(rule), start, Limit.NONE).of(rule);
  }

  private Rule rule(@Nullable String when, Statement.Kind kind, String subject) {
    Snippet condition = when == null ? null : Snippet.of("test", when);
    Statement statement = new Statement(Scope.ALL, condition, kind, Snippet.of("test", subject));
    return Rule.of(statement, names());
  }

  private static List<String> changes(Ruling ruling) {
    Example example = Objects.requireNonNull(ruling.example());
    List<String> changes = new ArrayList<>();
    for (Change change : example.changes()) {
      changes.add(change.symbol() + ": " + change.before() + " -> " + change.after());
    }
    return changes;
  }

  private static List<String> reasons(Ruling ruling) {
    List<String> lines = KCONFIG.lines().toList();
    return ruling.reasons().stream()
        .map(line ->
            switch (line) {
              case Line.Stated stated -> lines.get(stated.location().line() - 1).strip();
              case Line.Undefined undefined -> "nothing defines " + undefined.symbol();
            })
        .collect(Collectors.toList());
  }

  private SymbolNames names() {
    return new SymbolNames() {
      @Override
      public @Nullable Symbol find(String name) {
        return tree.find(name);
      }

      @Override
      public String hint(String name) {
        return "";
      }
    };
  }
}
