package dev.unprobed.kernel.kbuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPlanTest {
  @TempDir Path folder;
  private SmallTree tree = new SmallTree(Path.of(""));

  @BeforeEach
  void top() throws IOException {
    tree =
        new SmallTree(folder)
            .with("Makefile", "include arch/$(SRCARCH)/Makefile", "export EXTRA := $(extra-y)")
            .with("arch/toy/Makefile", "extra-$(CONFIG_BOARD) := boards/")
            .with("Kbuild", "obj-y += drivers/", "obj-$(CONFIG_NET) += net/", "obj-y += $(EXTRA)");
  }

  private static String conditions(BuildPlan plan, String unit) {
    BuildUnit found = plan.unit(unit).orElseThrow();
    return found.builtIn() + " | " + found.module() + " | " + found.symbol();
  }

  @Test
  void tellsTheSymbolsOnTheWayAndTheOneThatDecides() throws IOException {
    BuildPlan plan =
        tree.with("drivers/Makefile", "obj-$(CONFIG_BUS) += bus/")
            .with("drivers/bus/Makefile", "obj-$(CONFIG_CARD) += card.o")
            .plan();
    assertThat(conditions(plan, "drivers/bus/card"))
        .isEqualTo("BUS=y && CARD=y | BUS && CARD=m | CARD");
    assertThat(plan.unit("drivers/bus/card").orElseThrow().line())
        .hasToString("drivers/bus/Makefile:1");
  }

  @Test
  void knowsThatFoldersForModulesMakeNothingForTheImage() throws IOException {
    BuildPlan plan =
        tree.with("drivers/Makefile", "obj-m += bus/")
            .with("drivers/bus/Makefile", "obj-y += core.o", "obj-$(CONFIG_CARD) += card.o")
            .plan();
    assertThat(conditions(plan, "drivers/bus/card")).isEqualTo("n | CARD=m | CARD");
    assertThat(plan.unit("drivers/bus/core")).isEmpty();
  }

  @Test
  void tellsThePartsOfAnObject() throws IOException {
    BuildPlan plan =
        tree.with(
                "drivers/Makefile",
                "obj-$(CONFIG_CARD) += card.o",
                "card-y := main.o",
                "card-$(CONFIG_DEBUG) += debug.o",
                "obj-$(CONFIG_OTHER) += other.o",
                "other-$(CONFIG_DEBUG) := more.o")
            .plan();
    assertThat(plan.unit("drivers/card").orElseThrow().parts())
        .containsExactly(
            new BuildUnit.Part("drivers/main.o", Condition.always()),
            new BuildUnit.Part(
                "drivers/debug.o",
                Condition.yes("DEBUG")
                    .or(Condition.module("DEBUG").and(Condition.module("CARD")))));
    // A part that is n makes it composed, all the same: there is "other-". One that is m does not.
    assertThat(plan.unit("drivers/other").orElseThrow().parts())
        .extracting(part -> part.object() + " if " + part.guard())
        .containsExactly(
            "drivers/more.o if DEBUG=y || (DEBUG=m && OTHER=m)",
            "drivers/other.o if OTHER=y && DEBUG=m");
    assertThat(plan.of("drivers/debug.o")).extracting(BuildUnit::path).contains("drivers/card");
    assertThat(plan.under("DEBUG"))
        .extracting(BuildUnit::path)
        .containsExactlyInAnyOrder("drivers/card", "drivers/other");
  }

  @Test
  void givesAnObjectOfAnotherFolderToTheOneThatListsIt() throws IOException {
    BuildPlan plan =
        tree.with("drivers/Makefile", "obj-y += one/")
            .with("drivers/one/Makefile", "obj-y += ../two/shared.o sub/below.o")
            .plan();
    assertThat(plan.units())
        .extracting(unit -> unit.path() + " of " + unit.parts().getFirst().object())
        .containsExactly(
            "drivers/one/shared of drivers/two/shared.o",
            "drivers/one/sub/below of drivers/one/sub/below.o");
  }

  @Test
  void seesWhatTheArchitectureAdds() throws IOException {
    BuildPlan plan =
        tree.with("drivers/Makefile", "")
            .with("boards/Makefile", "obj-y += board.o", "lib-y += help.o")
            .plan();
    assertThat(conditions(plan, "boards/board")).isEqualTo("BOARD=y | n | BOARD");
    assertThat(plan.unit("boards/help").orElseThrow().kind()).isEqualTo(BuildUnit.Kind.LIBRARY);
  }

  @Test
  void decidesConditionals() throws IOException {
    BuildPlan plan =
        tree.with(
                "drivers/Makefile",
                "ifeq ($(CONFIG_A),y)",
                "ifdef CONFIG_B",
                "obj-y += both.o",
                "else ifneq ($(CONFIG_SHIFT),12)",
                "obj-m += wide.o",
                "else",
                "obj-y += narrow.o",
                "endif",
                "endif")
            .plan();
    assertThat(conditions(plan, "drivers/both")).isEqualTo("A=y && B | n | B");
    assertThat(conditions(plan, "drivers/wide")).isEqualTo("n | A=y && !B && SHIFT!=\"12\" | A");
    assertThat(conditions(plan, "drivers/narrow")).isEqualTo("A=y && !B && SHIFT=\"12\" | n | A");
  }

  @Test
  void saysWhatOnlyAShellCouldTell() throws IOException {
    BuildPlan plan =
        tree.with(
                "drivers/Makefile",
                "ifneq ($(shell uname),Linux)",
                "obj-y += foreign.o",
                "endif",
                "obj-y += $(shell ls)",
                "obj-y += nowhere/")
            .plan();
    assertThat(plan.unit("drivers/foreign").orElseThrow().builtIn().unknowns())
        .extracting(Remark::toString)
        .containsExactly("drivers/Makefile:1: $(shell uname)");
    assertThat(plan.remarks())
        .extracting(Remark::toString)
        .containsExactlyInAnyOrder(
            "drivers/Makefile:4: $(shell ls)",
            "drivers/Makefile:5: nowhere/ has no makefile",
            "Kbuild:2: net/ has no makefile",
            "Kbuild:3: boards/ has no makefile");
  }

  @Test
  void takesValuesWhereTheyAreKnown() throws IOException {
    tree.with("drivers/Makefile", "obj-$(CONFIG_A) += va$(CONFIG_BITS).o");
    Map<String, String> config = Map.of("A", "m", "BITS", "48");
    BuildPlan plan = BuildPlan.read(folder, "toy", s -> Optional.of(config.getOrDefault(s, "")));
    assertThat(plan.units()).extracting(BuildUnit::path).containsExactly("drivers/va48");
    assertThat(conditions(plan, "drivers/va48")).isEqualTo("n | y | ");
  }

  @Test
  void comesToAnEndWithFoldersAndVariablesThatGoInCircles() throws IOException {
    BuildPlan plan =
        tree.with(
                "drivers/Makefile",
                "obj-$(CONFIG_A) += ../drivers/ ../../../etc/ ./",
                "x = $(y) $(y)",
                "y = $(x) $(x)",
                "obj-y += $(x)",
                "include drivers/Makefile",
                "f = $(call f,$(1)$(1))",
                "obj-y += $(call f,a)",
                "endif",
                "else",
                "define open")
            .plan();
    assertThat(plan.units()).isEmpty();
    assertThat(plan.remarks()).isNotEmpty();
  }

  @Test
  void readsListsOfTheTopMakefileAsOlderTreesHaveThem() throws IOException {
    BuildPlan plan =
        new SmallTree(folder)
            .with("Kbuild", "always-y += bounds.h")
            .with(
                "Makefile",
                "core-y := kernel/",
                "drivers-$(CONFIG_PCI) += drivers/",
                "libs-y := lib/")
            .with("kernel/Makefile", "obj-y := fork.o")
            .with("drivers/Makefile", "obj-m := x.o")
            .with("lib/Makefile", "lib-y := string.o")
            .plan();
    assertThat(plan.units().stream().map(BuildUnit::path).toList())
        .isEqualTo(List.of("kernel/fork", "drivers/x", "lib/string"));
    assertThat(conditions(plan, "drivers/x")).isEqualTo("n | PCI | PCI");
  }
}
