package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.app.serve.Answers.NoAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveAnswersTest {
  @TempDir Path folder;

  private LiveAnswers answers;

  @BeforeEach
  void load() throws IOException {
    TreeOptions options = new TreeOptions();
    options.tree = Path.of("../samples/linux");
    options.arch = "arm64";
    options.cc = "no-such-compiler";
    options.macros = Path.of("src/test/resources/sample.macros");
    ConfiguredTree tree = ConfiguredTree.load(options);
    Path rules =
        Files.writeString(
            folder.resolve("a.rules"),
            "holds ARCH_EXYNOS\nwhen ARCH_EXYNOS\nalways PINCTRL_EXYNOS\n");
    answers =
        new LiveAnswers(
            Optional.of(
                new LiveKconfig(
                    tree, tree.configure("defconfig"), new ReportRules(List.of(rules), false))),
            Optional.empty());
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  @Test
  void saysWhy() throws NoAnswer {
    JsonNode why = json(answers.why("PINCTRL_EXYNOS"));
    assertThat(why.path("value").stringValue()).isEqualTo("y");
    assertThat(why.path("text").stringValue()).contains("ARCH_EXYNOS");
    assertThatThrownBy(() -> answers.why("NO_SUCH")).isInstanceOf(NoAnswer.class);
  }

  @Test
  void saysWhatAChangeDoes() throws NoAnswer {
    JsonNode answer = json(answers.set(List.of("ARCH_EXYNOS=n"), ""));
    assertThat(answer.path("plans").size()).isEqualTo(1);
    assertThat(
            answer
                .path("effect")
                .path("changed")
                .valueStream()
                .map(c -> c.path("symbol").stringValue()))
        .contains("ARCH_EXYNOS", "PINCTRL_EXYNOS");
    JsonNode rules = answer.path("effect").path("rules");
    assertThat(rules.get(1).path("after").stringValue()).isEqualTo("holds");
    assertThat(rules.get(0).path("before").stringValue()).isEqualTo("holds");
    assertThat(rules.get(0).path("after").stringValue()).isEqualTo("broken");
  }

  @Test
  void saysWhatForbidsAChange() throws NoAnswer {
    JsonNode answer = json(answers.set(List.of("ARCH_EXYNOS=y", "PINCTRL_EXYNOS=n"), ""));
    assertThat(answer.path("plans").size()).isZero();
    assertThat(answer.path("conflict").path("reasons").size()).isPositive();
    assertThat(answer.has("effect")).isFalse();
  }

  /** The line that begins a symbol says nothing unless one knows that its type is meant. */
  @Test
  void saysThatABoolIsNoModule() throws NoAnswer {
    JsonNode reasons =
        json(answers.set(List.of("ARCH_EXYNOS=m"), "")).path("conflict").path("reasons");
    assertThat(reasons.get(0).stringValue()).contains("config ARCH_EXYNOS is a bool: only n or y");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> answers.set(List.of("NO_SUCH=y"), "")).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> answers.set(List.of("ARCH_EXYNOS=maybe"), ""))
        .isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> answers.board("any")).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> answers.driver("any", "a/b")).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> answers.node("any", "a,b")).isInstanceOf(NoAnswer.class);
  }
}
