package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code unprobed prove --repair} on a tree with a little code. */
class RepairCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeTree() throws IOException {
    Files.createDirectories(folder.resolve("drivers"));
    write(
        "Kconfig",
        """
        config MODULES
        	bool "Modules"
        	modules
        config BOARD
        	bool "Board"
        	select CLOCK
        	select PINS
        config PCI
        	bool "PCI"
        config HOST
        	tristate "Host"
        config CLOCK
        	bool "Clock"
        config PINS
        	bool "Pins"
        choice
        	prompt "Console"
        config SERIAL_CONSOLE
        	bool "Serial"
        config OTHER_CONSOLE
        	bool "Other"
        endchoice
        choice
        	prompt "Preemption"
        config PREEMPT
        	bool "Full" if PCI
        config NO_PREEMPT
        	bool "None"
        endchoice
        """);
    write("drivers/Makefile", "obj-$(CONFIG_CLOCK) += clock.o\nobj-$(CONFIG_PINS) += pins.o\n");
    write("drivers/clock.c", "CLK_OF_DECLARE(clock, \"a,b\", init);\nMODULE_LICENSE(\"GPL\");\n");
    write("drivers/pins.c", "module_platform_driver(pins);\nMODULE_LICENSE(\"GPL\");\n");
    write(".config", "CONFIG_MODULES=y\nCONFIG_BOARD=y\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String repair(String rules, String... more) throws IOException {
    write("a.rules", rules);
    java.util.List<String> arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "prove",
                folder.resolve("a.rules").toString(),
                "--repair",
                "--generation=6.1",
                "--tree=" + folder,
                "--config=" + folder.resolve(".config")));
    arguments.addAll(java.util.List.of(more));
    return CommandRun.of(arguments).out();
  }

  @Test
  void aBoolBecomesATristateWhenItsCodeAllows() throws IOException {
    assertThat(repair("when BOARD\nmodular CLOCK PINS\n"))
        .contains(
            """
            Repair for BOARD
              cannot: CLOCK is a bool, and its code is no module as it is:
              cannot: drivers/clock.c:1: CLK_OF_DECLARE works only built in
              look at: PINS was a bool; nothing that was read of drivers/pins.o speaks against\
            """)
        .contains("-\tbool \"Pins\"\n+\ttristate \"Pins\"\n+\tdefault BOARD\n")
        .contains("  broken: when BOARD modular CLOCK\n    because of ")
        .contains("  proved: when BOARD modular PINS\n")
        .contains("    PINS: m y, was y\n");
  }

  @Test
  void theOthersOfAChoiceAreHidden() throws IOException {
    assertThat(repair("when BOARD\nalways SERIAL_CONSOLE\n"))
        .contains("-\tbool \"Other\"\n+\tbool \"Other\" if !BOARD\n")
        .contains("  proved: when BOARD always SERIAL_CONSOLE\n")
        .contains("    OTHER_CONSOLE: n, was n y\n");
  }

  @Test
  void whatTheProofRefusesIsNotProposed() throws IOException {
    assertThat(repair("when BOARD\nalways PREEMPT\n"))
        .contains(
            "  cannot: PREEMPT is a member of a choice: nothing can select it, and to hide the other"
                + " members on BOARD was not enough\n"
                + "  nothing that Kconfig could say would help\n")
        .doesNotContain("NO_PREEMPT");
  }

  @Test
  void aPlatformMayBeSeveralBools() throws IOException {
    assertThat(repair("when BOARD && PCI\nalways HOST\n"))
        .contains("Repair for BOARD && PCI\n")
        .contains("+config BOARD_PCI_ESSENTIAL\n")
        .contains("  proved: when BOARD && PCI always HOST\n")
        .contains("  where BOARD && PCI is on these have other values than before:\n");
  }

  @Test
  void whatIsNotTriedIsNamed() throws IOException {
    String rules = "when BOARD || PCI\nalways HOST\nwhen BOARD\nnever PINS\n";
    assertThat(repair(rules))
        .contains(
            """
            not tried: when BOARD || PCI always HOST (a floor needs a platform: bools, joined by \
            && if they are several)
            not tried: when BOARD never PINS (there are repairs for "always" and "modular" only)
            """);
    JsonNode tree = new JsonMapper().readTree(repair(rules, "--json")).at("/trees/0");
    assertThat(tree.at("/repairs").size()).isZero();
    assertThat(tree.at("/notTried").size()).isEqualTo(2);
  }
}
