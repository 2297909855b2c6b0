package dev.unprobed.prove.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.condition.SymbolNames;
import dev.unprobed.prove.driver.DriverCode;
import dev.unprobed.prove.driver.Texts;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
      	select GOOD
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
      config GOOD
      	bool \\
      		"Could be a module"
      	help
      	  It is a
      	  bool today.
      config HIDDEN
      	def_bool FAR
      config FIXED
      	def_bool y
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
      config THREE
      	bool
      	prompt "Three" if FAR || CODE # or so
      endchoice
      config NEEDS_ONE
      	tristate "Needs one"
      	depends on ONE
      """;

  private static final Map<String, String> CODE =
      Map.of(
          "drivers/Makefile",
          """
          obj-$(CONFIG_CODE) += code.o
          obj-$(CONFIG_GOOD) += good.o
          obj-$(CONFIG_FIXED) += good.o
          obj-$(CONFIG_HIDDEN) += hidden.o
          """,
          "drivers/code.c",
          "",
          "drivers/good.c",
          "module_platform_driver(good);\nMODULE_LICENSE(\"GPL\");\n",
          "drivers/hidden.c",
          "module_platform_driver(hidden);\nMODULE_LICENSE(\"GPL\");\n");

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
    Repair repair = repair(once, List.of("ARCH_BOARD"), List.of("CODE"), List.of());
    String text = Objects.requireNonNull(repair.patch().texts().get("Kconfig"));
    assertThat(text.split("config BOARD_ESSENTIAL", -1)).hasSize(2);
    MenuTree twice = tree(repair.patch().texts());
    assertThat(possible(twice, "CODE")).isEqualTo("y");
    assertThat(possible(twice, "SERIAL")).isEqualTo("m y");
  }

  @Test
  void saysWhatKconfigCannotMend() {
    assertThat(repair(List.of(), List.of("CODE")).obstacles())
        .containsExactly(
            "CODE is a bool, and its code is no module as it is:",
            "drivers/code.c: no MODULE_LICENSE, without which no module is built");
    assertThat(repair(List.of(), List.of("OTHER")).obstacles())
        .containsExactly(
            "OTHER is a bool, and no object is made for it alone that could be a module");
    assertThat(repair(List.of(), List.of("ONE")).obstacles())
        .containsExactly("ONE is a bool and a member of a choice, which are y or n");
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

  @Test
  void aBoolBecomesATristateWhereItsCodeAllows() {
    Repair repair = repair(List.of(), List.of("GOOD"));
    assertThat(repair.obstacles()).isEmpty();
    assertThat(repair.remarks()).singleElement().asString().contains("drivers/good.o speaks");
    assertThat(repair.freed()).extracting(Symbol::displayName).containsExactly("GOOD");
    assertThat(possible(tree, "GOOD")).isEqualTo("y");
    MenuTree changed = tree(repair.patch().texts());
    assertThat(possible(changed, "GOOD")).isEqualTo("m y");
    String text = Objects.requireNonNull(repair.patch().texts().get("Kconfig"));
    assertThat(text).contains("\ttristate \\\n\t\t\"Could be a module\"\n\tdefault ARCH_BOARD\n");
    assertThat(text).contains("\t  It is a\n\t  bool today.\n");
  }

  @Test
  void aTypeAloneMayBeEnough() {
    Repair repair = repair(List.of(), List.of("HIDDEN"));
    assertThat(repair.obstacles()).isEmpty();
    assertThat(repair.patch().texts().get("Kconfig"))
        .contains("config HIDDEN\n\tdef_tristate FAR\n\tprompt \"HIDDEN\" if ARCH_BOARD\n")
        .doesNotContain("_ESSENTIAL");
  }

  @Test
  void whatIsAlwaysOnStaysSo() {
    Repair repair = repair(List.of(), List.of("FIXED"));
    assertThat(repair.remarks()).last().asString().startsWith("FIXED had no prompt");
    assertThat(repair.patch().texts().get("Kconfig")).contains("\tselect FIXED\n");
    assertThat(possible(tree(repair.patch().texts()), "FIXED")).isEqualTo("m y");
  }

  @Test
  void theFloorKeepsTheConditionOfASelect() {
    files.computeIfPresent(
        "Kconfig", (name, text) -> text.replace("\tselect FORCED\n", "\tselect FORCED if FAR\n"));
    MenuTree conditional = tree(files);
    Repair repair =
        repair(conditional, List.of("ARCH_BOARD"), List.of(), List.of("FORCED", "GOOD"));
    assertThat(repair.patch().texts().get("Kconfig"))
        .contains("\tselect GOOD\n\tselect FORCED if FAR\n\thelp\n")
        .contains("\ttristate \"Forced\"\n\tdefault ARCH_BOARD if FAR\n");
    MenuTree changed = tree(repair.patch().texts());
    assertThat(possible(changed, "FORCED")).isEqualTo("n m y");
    assertThat(possible(changed, List.of("ARCH_BOARD", "FAR"), "FORCED")).isEqualTo("m y");
  }

  @Test
  void theOthersOfAChoiceAreHidden() {
    Repair repair = repair(List.of("TWO"), List.of());
    assertThat(repair.obstacles()).isEmpty();
    assertThat(repair.pinned()).extracting(Symbol::displayName).containsExactly("TWO");
    assertThat(repair.patch().texts().get("Kconfig"))
        .contains("\tbool \"One\" if !ARCH_BOARD\n")
        .contains("\tprompt \"Three\" if (FAR || CODE) && !ARCH_BOARD\n")
        .doesNotContain("_ESSENTIAL");
    assertThat(possible(tree, "TWO")).isEqualTo("n y");
    assertThat(possible(tree(repair.patch().texts()), "TWO")).isEqualTo("y");
  }

  @Test
  void whatWasTriedInVainIsSaid() {
    Platform platform = new Platform(List.of(symbol(tree, "ARCH_BOARD")));
    List<Symbol> two = List.of(symbol(tree, "TWO"));
    Repair repair = repairer(tree).repair(new Wanted(platform, two, List.of(), two));
    assertThat(repair.patch().texts()).isEmpty();
    assertThat(repair.obstacles())
        .containsExactly(
            "TWO is a member of a choice: nothing can select it, and to hide the other members on"
                + " ARCH_BOARD was not enough");
  }

  @Test
  void aPlatformMayBeSeveralBools() {
    List<String> platform = List.of("ARCH_BOARD", "FAR");
    Repair repair = repair(tree, platform, List.of("SERIAL"), List.of("FORCED"));
    assertThat(repair.obstacles())
        .containsExactly(
            "FORCED is selected at Kconfig:6, also where ARCH_BOARD && FAR does not hold: a rule"
                + " for that platform alone can be repaired");
    assertThat(repair.patch().texts().get("Kconfig"))
        .contains("config BOARD_FAR_ESSENTIAL\n\tdef_tristate m\n\tdepends on ARCH_BOARD && FAR\n")
        .contains("\tdefault ARCH_BOARD && FAR\n");
    MenuTree changed = tree(repair.patch().texts());
    assertThat(possible(changed, "SERIAL")).isEqualTo("n m y");
    assertThat(possible(changed, platform, "SERIAL")).isEqualTo("m y");
  }

  @Test
  void onlyBoolsJoinedByAndAreAPlatform() {
    assertThat(platform("ARCH_BOARD && FAR && ARCH_BOARD")).isEqualTo("ARCH_BOARD && FAR");
    for (String not : List.of("ARCH_BOARD || FAR", "!FAR", "SERIAL", "FAR = n", "y && FAR")) {
      assertThat(platform(not)).isEqualTo("none");
    }
  }

  private String platform(String when) {
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
    return Platform.of(ConditionParser.parse(Snippet.of("--when", when), names))
        .map(Platform::text)
        .orElse("none");
  }

  private Repair repair(List<String> always, List<String> modular) {
    return repair(tree, List.of("ARCH_BOARD"), always, modular);
  }

  private Repair repair(
      MenuTree in, List<String> platform, List<String> always, List<String> modular) {
    Platform on = new Platform(symbols(in, platform));
    return repairer(in)
        .repair(new Wanted(on, symbols(in, always), symbols(in, modular), List.of()));
  }

  private Repairer repairer(MenuTree in) {
    DriverCode code = new DriverCode(new Texts(CODE), name -> false);
    return new Repairer(in, file -> Objects.requireNonNull(files.get(file)), code, Limit.NONE);
  }

  private static List<Symbol> symbols(MenuTree tree, List<String> names) {
    return names.stream().map(name -> symbol(tree, name)).toList();
  }

  private static MenuTree tree(Map<String, String> texts) {
    return World.of(Generation.LINUX_6_1, texts, "").explainer().tree();
  }

  private static Symbol symbol(MenuTree tree, String name) {
    return Objects.requireNonNull(tree.find(name));
  }

  /** The values that a symbol can have where the platform is on. */
  private static String possible(MenuTree tree, String name) {
    return possible(tree, List.of("ARCH_BOARD"), name);
  }

  private static String possible(MenuTree tree, List<String> platform, String name) {
    Model model = Model.of(tree);
    int when = new Platform(symbols(tree, platform)).literal(model);
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
