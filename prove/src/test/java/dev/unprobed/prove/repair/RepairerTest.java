package dev.unprobed.prove.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RepairerTest {
  private static final String KCONFIG =
      """
      config MODULES
      	bool "Modules"
      	modules
      config ARCH_BOARD
      	bool "A platform"
      	select FORCED
      	help
      	  Says much.

      	  And more.

      config TTY
      	bool "Terminals"
      config SERIAL
      	tristate \\
      		"Serial"
      	depends on TTY && ARCH_BOARD
      	help
      	  A driver.
      config FORCED
      	tristate "Forced"
      config CODE
      	bool "Not a module"
      config OTHER
      	bool "Other"
      	depends on TTY
      config FAR
      	bool "Far away"
      choice
      	prompt "One of"
      config ONE
      	bool "One"
      config TWO
      	bool "Two"
      endchoice
      config NEEDS_ONE
      	tristate "Needs one"
      	depends on ONE
      """;

  private final Map<String, String> files = new HashMap<>(Map.of("Kconfig", KCONFIG));
  private final MenuTree tree = tree(files);

  @Test
  void writesTheFloor() {
    Repair repair = repair(List.of("SERIAL"), List.of());
    assertThat(repair.obstacles()).isEmpty();
    assertThat(repair.patch().texts().get("Kconfig"))
        .contains(
            """
            	  And more.

            config BOARD_ESSENTIAL
            	def_tristate m
            	depends on ARCH_BOARD
            	select SERIAL
            	select TTY
            	help
            """)
        .contains("\ttristate \\\n\t\t\"Serial\"\n\tdefault ARCH_BOARD\n");
    MenuTree changed = tree(repair.patch().texts());
    assertThat(possible(changed, "SERIAL")).isEqualTo("m y");
    assertThat(possible(changed, "TTY")).isEqualTo("y");
  }

  @Test
  void aFloorTakesThePlaceOfASelect() {
    Repair repair = repair(List.of(), List.of("FORCED"));
    assertThat(repair.freed()).extracting(Symbol::displayName).containsExactly("FORCED");
    assertThat(possible(tree, "FORCED")).isEqualTo("y");
    assertThat(possible(tree(repair.patch().texts()), "FORCED")).isEqualTo("m y");
  }

  @Test
  void aSecondRepairUsesTheSameFloor() {
    files.putAll(repair(List.of("SERIAL"), List.of()).patch().texts());
    MenuTree once = tree(files);
    Repair repair =
        new Repairer(once, file -> Objects.requireNonNull(files.get(file)), Limit.NONE)
            .repair(symbol(once, "ARCH_BOARD"), List.of(symbol(once, "CODE")), List.of());
    String text = Objects.requireNonNull(repair.patch().texts().get("Kconfig"));
    assertThat(text.split("config BOARD_ESSENTIAL", -1)).hasSize(2);
    MenuTree twice = tree(repair.patch().texts());
    assertThat(possible(twice, "CODE")).isEqualTo("y");
    assertThat(possible(twice, "SERIAL")).isEqualTo("m y");
  }

  @Test
  void saysWhatKconfigCannotMend() {
    assertThat(repair(List.of(), List.of("CODE")).obstacles())
        .singleElement()
        .asString()
        .startsWith("CODE is a bool");
    assertThat(repair(List.of("NEEDS_ONE"), List.of()).obstacles())
        .containsExactly("NEEDS_ONE depends on ONE, which cannot be selected");
  }

  @Test
  void onlyWhatDependsOnAChangeIsAffected() {
    MenuTree changed = tree(repair(List.of("SERIAL"), List.of()).patch().texts());
    assertThat(Impact.of(tree, changed))
        .extracting(Impact.Affected::name)
        .containsExactlyInAnyOrder("BOARD_ESSENTIAL", "SERIAL", "TTY", "OTHER");
    assertThat(Impact.of(tree, tree)).isEmpty();
  }

  private Repair repair(List<String> always, List<String> modular) {
    return new Repairer(tree, file -> Objects.requireNonNull(files.get(file)), Limit.NONE)
        .repair(
            symbol(tree, "ARCH_BOARD"),
            always.stream().map(name -> symbol(tree, name)).toList(),
            modular.stream().map(name -> symbol(tree, name)).toList());
  }

  private static MenuTree tree(Map<String, String> texts) {
    return World.of(Generation.LINUX_6_1, texts, "").explainer().tree();
  }

  private static Symbol symbol(MenuTree tree, String name) {
    return Objects.requireNonNull(tree.find(name));
  }

  /** The values that a symbol can have where the platform is on. */
  private static String possible(MenuTree tree, String name) {
    Model model = Model.of(tree);
    int when = model.value(symbol(tree, "ARCH_BOARD")).m();
    StringBuilder possible = new StringBuilder();
    model
        .view(symbol(tree, name))
        .texts()
        .forEach((text, literal) -> {
          Engine engine = new Engine(model.cnf(), new LogicNgSolver());
          if (engine.solve(Limit.NONE, when, literal) == Verdict.SATISFIABLE) {
            possible.append(possible.isEmpty() ? "" : " ").append(text);
          }
        });
    return possible.toString();
  }
}
