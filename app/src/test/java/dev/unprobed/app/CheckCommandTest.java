package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code unprobed check} on a tree of two files with a mistake in each, and a foreign driver. */
class CheckCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeTree() throws IOException {
    Files.createDirectories(folder.resolve("drivers"));
    Files.writeString(
        folder.resolve("Kconfig"),
        """
        config BUS
        	bool "Bus"
        config CLK
        	bool "Clock"
        	depends on BUS
        config FOREIGN
        	bool "Foreign"
        	depends on ELSEWHERE
        source "drivers/Kconfig"
        """);
    Files.writeString(
        folder.resolve("drivers/Kconfig"),
        """
        config DRIVER
        	bool "Driver"
        	select CLK
        config NEVER
        	bool "Never"
        	depends on DRIVER && !CLK
        """);
  }

  private CommandRun check(String... words) {
    List<String> arguments = new ArrayList<>(List.of("check", "--generation=6.12"));
    arguments.add("--tree=" + folder);
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void tellsWhatIsWrongByCheck() {
    CommandRun run = check();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            unmet-select: A select can turn on what it selects although the dependencies of
            that are not met.

            drivers/Kconfig:3: error[unmet-select]: DRIVER selects CLK, which depends on BUS
                select CLK
                with DRIVER=y BUS=n (configuration 1)

            dead-symbol: A bool or tristate is n in every configuration.

            drivers/Kconfig:4: warning[dead-symbol]: NEVER can never be on
                config NEVER

            conf was not asked: the tree has no scripts/kconfig/parser.y

            1 error, 1 warning, 1 note not shown (--level note); 13 questions
            """);
  }

  /** The condition of the line can hold, and still the line is dead. */
  @Test
  void aDefaultThatIsHidden() throws IOException {
    Path kconfig = folder.resolve("Kconfig");
    String text = Files.readString(kconfig);
    Files.writeString(
        kconfig, text.replace("depends on BUS", "depends on BUS\n\tdefault y\n\tdefault n"));
    assertThat(check("dead-default").out())
        .contains("Kconfig:7: warning[dead-default]: a default of CLK is always hidden by an\n");
  }

  @Test
  void levelsChecksAndFilesCanBeChosen() {
    assertThat(check("--level=note").out()).contains("Kconfig:6: note[dead-symbol]: FOREIGN");
    assertThat(check("--level=error").out()).doesNotContain("dead-symbol: A").contains("unmet");
    assertThat(check("dead-symbol").out()).doesNotContain("unmet-select");
    assertThat(check("--only", "Kconfig").status()).isZero();
    assertThat(check("--only", "./drivers/", "unmet-select").status()).isEqualTo(1);
  }

  @Test
  void essentialDriversAreToldOfEveryArchitecture() {
    CommandRun run =
        CommandRun.of(
            List.of(
                "check",
                "--tree=../samples/linux",
                "--arch=arm64,arm",
                "--essential=ARCH_EXYNOS: SERIAL_SAMSUNG",
                "droppable-driver"));
    assertThat(run.out()).contains("error[droppable-driver]:");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aBaselineHidesWhatIsKnownAndNamesWhatIsGone() throws IOException {
    assertThat(check("--write-baseline", file("known")).status()).isZero();
    Path kconfig = folder.resolve("drivers/Kconfig");
    Files.writeString(kconfig, "# one line more\n" + Files.readString(kconfig));
    CommandRun same = check("--baseline", file("known"));
    assertThat(same.status()).isZero();
    assertThat(same.out()).contains("2 known from the baseline");
    assertThat(same.err()).isEmpty();
    Files.writeString(kconfig, Files.readString(kconfig).replace("!CLK", "BUS"));
    CommandRun gone = check("--baseline", file("known"));
    assertThat(gone.status()).isZero();
    assertThat(gone.err()).contains("no longer found", "dead-symbol NEVER: config NEVER");
    Files.writeString(kconfig, Files.readString(kconfig) + "\tdepends on !DRIVER\n");
    assertThat(check("--baseline", file("known")).status()).isZero();
    Files.writeString(kconfig, Files.readString(kconfig).replace("NEVER", "NEW"));
    CommandRun fresh = check("--baseline", file("known"));
    assertThat(fresh.status()).isEqualTo(1);
    assertThat(fresh.out()).contains("dead-symbol]: NEW").doesNotContain("error[");
  }

  @Test
  void essentialDriversMustNotBeDroppable() {
    CommandRun run = check("droppable-driver", "--essential", "DRIVER: CONFIG_CLK BUS");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Kconfig:1: error[droppable-driver]: BUS can be n although DRIVER")
        .doesNotContain("CLK can be n");
    assertThat(check("--essential", "DRIVER: CLOK").err()).contains("did you mean CLK?");
    assertThat(check("--essential", "DRIVER").err()).contains("--essential: error[syntax]");
  }

  @Test
  void rulesSayWhatIsEssential() throws IOException {
    Files.writeString(
        folder.resolve("boot.rules"),
        "arch arm\nalways NOWHERE\ntree \".\"\nwhen DRIVER\nmodular BUS\nalways CLK BUS\n");
    CommandRun run =
        check("droppable-driver", "--rules", file("boot.rules"), "--sarif", file("out.sarif"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("boot.rules:6: error[droppable-driver]: BUS can be n although DRIVER")
        .doesNotContain("CLK can be n");
    JsonNode sarif = new JsonMapper().readTree(Files.readString(folder.resolve("out.sarif")));
    JsonNode place = sarif.at("/runs/0/results/0/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("boot.rules");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(6);
    Files.writeString(folder.resolve("other.rules"), "tree \"drivers\"\nalways CLK\n");
    CommandRun other = check("droppable-driver", "--rules", file("other.rules"));
    assertThat(other.status()).isZero();
    assertThat(other.err()).contains("no \"always\" of --rules is about this tree");
    Files.writeString(folder.resolve("wrong.rules"), "always CLOK\n");
    assertThat(check("--rules", file("wrong.rules")).err())
        .contains("wrong.rules:1:8: error[", "CLK");
  }

  /** What is below a file cannot be made, not even by root. */
  @Test
  void filesAppearWholeOrNotAtAll() throws IOException {
    for (String option : List.of("--sarif", "--write-baseline", "--configurations")) {
      CommandRun run = check(option, file("Kconfig/below"));
      assertThat(run.status()).as(option).isEqualTo(2);
      assertThat(run.err()).contains("Kconfig/below", "error[unwritable]", "nothing was changed");
      assertThat(run.out()).contains("1 error, 1 warning");
      assertThat(check(option, file("new/folder/" + option)).status()).isNotEqualTo(2);
      assertThat(folder.resolve("new/folder/" + option)).exists();
    }
  }

  @Test
  void programsGetEverything() throws IOException {
    CommandRun run =
        check("--json", "--sarif", file("out.sarif"), "--configurations", file("shown"));
    JsonNode json = new JsonMapper().readTree(run.out());
    assertThat(json.at("/format").asString()).isEqualTo("unprobed-check-1");
    assertThat(json.at("/complete").asBoolean()).isTrue();
    JsonNode finding = json.at("/findings/0");
    assertThat(finding.at("/location").asString()).isEqualTo("drivers/Kconfig:3");
    assertThat(finding.at("/conf").asString()).isEqualTo("not_asked");
    assertThat(json.at("/confNotAsked").asString()).contains("has no scripts/kconfig");
    assertThat(finding.at("/values/BUS").asString()).isEqualTo("n");
    String config = finding.at("/configuration").asInt() + ".config";
    assertThat(folder.resolve("shown").resolve(config)).content().contains("CONFIG_DRIVER=y\n");
    JsonNode sarif = new JsonMapper().readTree(Files.readString(folder.resolve("out.sarif")));
    assertThat(sarif.at("/runs/0/results").size()).isEqualTo(2);
    assertThat(sarif.at("/runs/0/results/1/message/text").asString())
        .isEqualTo("NEVER can never be on.");
  }

  @Test
  void withoutTimeItIsPartial() {
    CommandRun run = check("--limit=0");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("nothing found; 13 questions, 11 not decided");
    assertThat(run.err()).contains("partial, the time was over after 0 s");
  }

  @Test
  void wrongInputIsNamed() throws IOException {
    CommandRun check = check("dead-simbol");
    assertThat(check.status()).isEqualTo(2);
    assertThat(check.err()).contains("error[check]: there is no check \"dead-simbol\"", "one of");
    assertThat(check("--level=grave").err()).contains("--level: error[level]");
    assertThat(check("--baseline", file("none")).err()).contains("error[baseline]: cannot read");
    Files.writeString(folder.resolve("bad"), "something\n");
    assertThat(check("--baseline", file("bad")).err()).contains("bad:1:1: error[baseline]");
  }
}
