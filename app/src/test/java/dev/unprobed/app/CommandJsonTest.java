package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read of {@code why}, {@code config merge} and {@code diff}. */
class CommandJsonTest {
  private static final String TREE = "--tree=../samples/linux";

  @TempDir Path folder;

  private static CommandRun run(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add(TREE);
    arguments.addAll(CommandRun.SAMPLE);
    return CommandRun.of(arguments);
  }

  private static JsonNode json(String... words) {
    return new JsonMapper().readTree(run(words).out());
  }

  private String file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines)).toString();
  }

  @Test
  void whyNamesTheCauseAndWhatComesOfOtherValues() {
    JsonNode why = json("why", "COMMON_CLK_SAMSUNG", "--config=defconfig", "--json");
    assertThat(why.at("/format").asString()).isEqualTo("unprobed-why-1");
    assertThat(why.at("/value").asString()).isEqualTo("y");
    assertThat(why.at("/dependency").asString()).isEqualTo("y");
    assertThat(why.at("/cause/kind").asString()).isEqualTo("select");
    assertThat(why.at("/selects/0/symbol").asString()).isEqualTo("ARCH_EXYNOS");
    assertThat(why.at("/asked/0/verdict").asString()).isEqualTo("dropped");
    assertThat(why.at("/definitions/0/location").asString()).isEqualTo("drivers/clk/Kconfig:8");
  }

  @Test
  void aWishHasAVerdictObstaclesAndARecipe() {
    JsonNode wish = json("why", "COMMON_CLK_SAMSUNG=n", "--config=defconfig", "--json");
    assertThat(wish.at("/verdict").asString()).isEqualTo("dropped");
    assertThat(wish.at("/obstacles").size()).isEqualTo(1);
    assertThat(wish.at("/recipe/ARCH_EXYNOS").asString()).isEqualTo("n");
  }

  @Test
  void mergeListsEveryLossWithItsPlace() throws IOException {
    String fragment = file("one.config", "CONFIG_USB_DWC3=y", "CONFIG_NOWHERE=y");
    String output = folder.resolve("out.config").toString();
    JsonNode merge = json("config", "merge", fragment, "-o", output, "--json");
    assertThat(merge.at("/format").asString()).isEqualTo("unprobed-merge-1");
    assertThat(merge.at("/holds").asBoolean()).isFalse();
    assertThat(merge.at("/requested").asInt()).isEqualTo(2);
    assertThat(merge.at("/survived").asInt()).isZero();
    assertThat(merge.at("/losses/0/location").asString()).endsWith("one.config:1");
    assertThat(merge.at("/losses/0/actual").asString()).isEqualTo("n");
    assertThat(merge.at("/losses/0/recipe/USB").asString()).isEqualTo("y");
    assertThat(merge.at("/losses/1/unknown").asBoolean()).isTrue();
    assertThat(Path.of(output)).exists();
  }

  @Test
  void diffGroupsByCause() throws IOException {
    String a = file("a.config", "CONFIG_ARCH_EXYNOS=y");
    String b = file("b.config", "CONFIG_USB=y");
    JsonNode diff = json("diff", a, b, "--json");
    assertThat(diff.at("/differences/a").asString()).isEqualTo(a);
    JsonNode group = diff.at("/differences/groups/0");
    assertThat(group.at("/root/symbol").asString()).isEqualTo("ARCH_EXYNOS");
    assertThat(group.at("/root/how").asString()).isEqualTo("user");
    assertThat(group.at("/follows").size()).isPositive();
  }

  /** The answers of the first run are those of all later ones. */
  @Test
  void macrosAreRecordedOnce() throws IOException {
    Path macros = folder.resolve("macros");
    List<String> words = List.of("why", "ARCH_QCOM=y", TREE, "--arch=arm64", "--macros=" + macros);
    CommandRun first = CommandRun.of(words);
    assertThat(first.status()).isZero();
    assertThat(macros).content().startsWith("unprobed-macros 1\n");
    Files.writeString(macros, Files.readString(macros).replace("-> 61", "-> 77"));
    List<String> level = new ArrayList<>(words);
    level.set(1, "SAMPLE_LEVEL");
    assertThat(CommandRun.of(level).out()).startsWith("SAMPLE_LEVEL is 77\n");
  }
}
