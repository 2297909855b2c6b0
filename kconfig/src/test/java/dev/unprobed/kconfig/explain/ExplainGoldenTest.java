package dev.unprobed.kconfig.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read about small trees. A file holds a Kconfig, a {@code .config}, and questions with
 * their answers below them.
 *
 * <p>{@code -Dunprobed.golden.write=true} writes the answers anew, for a person to read.
 */
class ExplainGoldenTest {
  private static final Path FILES = Path.of("src/test/resources/explain");
  private static final String SECTION = "==== ";
  private static final ExplanationText TEXT = new ExplanationText(80);

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void says(Path file) throws IOException {
    String expected = Files.readString(file);
    String actual = answered(expected);
    if (Boolean.getBoolean("unprobed.golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.lines()).allMatch(line -> line.length() <= 80);
  }

  /** The same file with our answers: the first line names the generation. */
  private static String answered(String file) {
    String[] sections = file.split("(?m)^" + SECTION, -1);
    String[] rules = sections[0].lines().findFirst().orElseThrow().split(" ", -1);
    Generation generation = Generation.valueOf(rules[rules.length - 1]);
    World world =
        World.of(generation, body(sections, "Kconfig"), body(sections, ".config").stripTrailing());
    StringBuilder text = new StringBuilder(sections[0]);
    for (int i = 1; i < sections.length; i++) {
      String heading = heading(sections[i]);
      boolean question = heading.startsWith("why ");
      String answer = question ? answer(world, heading.substring(4)) + "\n" : body(sections[i]);
      text.append(SECTION).append(heading).append('\n').append(answer);
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String answer(World world, String question) {
    int equals = question.indexOf('=');
    return equals < 0
        ? world.text(question)
        : asked(world, question.substring(0, equals), question.substring(equals + 1));
  }

  private static String asked(World world, String name, String wanted) {
    Outcome outcome = world.ask(name, wanted);
    SequencedMap<Symbol, String> recipe = world.explainer().recipe(world.symbol(name), wanted);
    boolean needed = !outcome.accepted() && !recipe.isEmpty();
    return TEXT.of(outcome) + (needed ? "\n" + TEXT.of(recipe, "CONFIG_") : "");
  }

  private static String heading(String section) {
    return section.lines().findFirst().orElseThrow();
  }

  private static String body(String section) {
    return section.substring(section.indexOf('\n') + 1);
  }

  private static String body(String[] sections, String heading) {
    for (String section : sections) {
      if (heading(section).equals(heading)) {
        return ByteText.encode(body(section));
      }
    }
    return "";
  }
}
