package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report on the sample tree as it is kept in a file. A file that is missing is written, and the
 * test fails, so that somebody looks at it.
 */
final class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/unprobed/app/report");
  private static final Path MEANINGS = Path.of("..", "docs", "report-json.md");

  @Test
  void text() throws IOException {
    same("report.txt", new ReportText().of(Samples.report()));
  }

  @Test
  void json() throws IOException {
    same("report.json", ReportJson.of(Samples.shortReport()));
  }

  @Test
  void fitsInto80Columns() throws IOException {
    assertThat(new ReportText().of(Samples.report()).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void everyNameInTheJsonHasAMeaning() throws IOException {
    String meanings = Files.readString(MEANINGS);
    names(new JsonMapper().readTree(ReportJson.of(Samples.report())), meanings);
  }

  private static void names(JsonNode node, String meanings) {
    for (String name : node.propertyNames()) {
      assertThat(meanings).contains("| `" + name + "` |");
    }
    node.forEach(inner -> names(inner, meanings));
  }

  private static void same(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (!Files.exists(file)) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
      fail(file + " was missing and has been written: look whether it is right");
    }
    assertThat(actual)
        .as("delete %s to have it written anew", file)
        .isEqualTo(Files.readString(file));
  }
}
