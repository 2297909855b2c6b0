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

/** The files that {@code unprobed prove} writes about rules. */
class ProveCommandTest {
  private static final String RULES =
      """
      when ARCH_EXYNOS
      always COMMON_CLK_SAMSUNG SERIAL_SAMSUNG
      modular COMMON_CLK_SAMSUNG
      when ARCH_EXYNOS && IRQ_DOMAIN=n
      holds PM
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(folder.resolve("all.rules"), RULES);
  }

  private CommandRun prove(String... words) {
    List<String> arguments = new ArrayList<>(List.of("prove", "--tree=../samples/linux"));
    arguments.addAll(CommandRun.SAMPLE);
    arguments.addAll(List.of(words));
    return CommandRun.of(arguments);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void sarifHasWhatDoesNotHold() throws IOException {
    assertThat(prove(file("all.rules"), "--sarif", file("out.sarif")).status()).isEqualTo(2);
    JsonNode run =
        new JsonMapper().readTree(Files.readString(folder.resolve("out.sarif"))).at("/runs/0");
    assertThat(run.at("/tool/driver/rules").size()).isEqualTo(5);
    assertThat(run.at("/results").size()).isEqualTo(3);
    JsonNode always = run.at("/results/0");
    assertThat(always.at("/ruleId").asString()).isEqualTo("always");
    assertThat(always.at("/level").asString()).isEqualTo("error");
    assertThat(always.at("/message/text").asString())
        .isEqualTo(
            "\"when ARCH_EXYNOS always SERIAL_SAMSUNG\" is broken on arm64:"
                + " arch/arm64/configs/defconfig with SERIAL_SAMSUNG=n.");
    JsonNode place = always.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).endsWith("/all.rules");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(2);
    JsonNode modular = run.at("/results/1");
    assertThat(modular.at("/ruleId").asString()).isEqualTo("modular");
    assertThat(modular.at("/message/text").asString()).contains("because of drivers/clk/Kconfig:");
    JsonNode related = modular.at("/relatedLocations/0");
    assertThat(related.at("/physicalLocation/artifactLocation/uri").asString()).contains("Kconfig");
    JsonNode empty = run.at("/results/2");
    assertThat(empty.at("/level").asString()).isEqualTo("warning");
    assertThat(empty.at("/message/text").asString()).contains("says nothing");
  }

  @Test
  void withoutTimeNothingHolds() throws IOException {
    String sarif = file("out.sarif");
    CommandRun run =
        prove(file("all.rules"), "--limit=0", "--sarif", sarif, "--write-baseline", file("known"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("4 rules: 4 undecided");
    JsonNode log = new JsonMapper().readTree(Files.readString(Path.of(sarif)));
    assertThat(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(log.at("/runs/0/results/3/level").asString()).isEqualTo("warning");
    assertThat(folder.resolve("known")).hasContent("# unprobed baseline 1\n");
  }

  @Test
  void whatIsKnownDoesNoHarm() throws IOException {
    assertThat(prove(file("all.rules"), "--write-baseline", file("known")).status()).isZero();
    assertThat(folder.resolve("known"))
        .hasContent(
            """
            # unprobed baseline 1
            always SERIAL_SAMSUNG: broken on arm64 when ARCH_EXYNOS
            holds PM: empty on arm64 when ARCH_EXYNOS && IRQ_DOMAIN=n
            modular COMMON_CLK_SAMSUNG: broken on arm64 when ARCH_EXYNOS
            """);
    CommandRun same = prove(file("all.rules"), "--baseline", file("known"));
    assertThat(same.status()).isZero();
    assertThat(same.out()).contains("BROKEN (known): when ARCH_EXYNOS");
    assertThat(same.err()).doesNotContain("no longer found");
    Files.writeString(folder.resolve("all.rules"), RULES + "when ARCH_QCOM\nalways SERIAL_MSM\n");
    assertThat(prove(file("all.rules"), "--baseline", file("known")).status()).isEqualTo(1);
  }

  @Test
  void whatIsKnownAndMendedIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("known"),
        """
        # unprobed baseline 1
        always COMMON_CLK_SAMSUNG: broken on arm64 when ARCH_EXYNOS
        always COMMON_CLK_SAMSUNG: broken on arm when ARCH_EXYNOS
        always UNASKED: broken on arm64 when ARCH_EXYNOS
        """);
    CommandRun run = prove(file("all.rules"), "--baseline", file("known"));
    assertThat(run.err())
        .contains(
            """
            unprobed: no longer found, to be taken out of %s:
              always COMMON_CLK_SAMSUNG: broken on arm64 when ARCH_EXYNOS
            """
                .formatted(file("known")))
        .doesNotContain("on arm when", "UNASKED");
    String soon = prove(file("all.rules"), "--limit=0", "--baseline", file("known")).err();
    assertThat(soon).doesNotContain("no longer found");
  }

  @Test
  void filesAppearWholeOrNotAtAll() {
    for (String option : List.of("--sarif", "--write-baseline", "--examples")) {
      CommandRun run = prove(file("all.rules"), option, file("all.rules/below"));
      assertThat(run.status()).as(option).isEqualTo(2);
      assertThat(run.err()).contains("error[unwritable]");
    }
    CommandRun run = prove("--dimacs", file("all.rules/below"));
    assertThat(run.err()).contains("error[unwritable]");
  }

  @Test
  void whatDoesNotGoTogether() {
    assertThat(prove(file("all.rules"), "--dimacs", file("f")).err()).contains("error[arguments]");
    assertThat(prove("--dimacs", file("f"), "--values", "SERIAL_SAMSUNK").err())
        .contains("did you mean SERIAL_SAMSUNG");
  }
}
