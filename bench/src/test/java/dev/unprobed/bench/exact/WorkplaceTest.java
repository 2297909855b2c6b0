package dev.unprobed.bench.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.tree.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkplaceTest {

  private static final Answer DONE = new Answer(0, "", "");

  @TempDir private Path folder = Path.of("");

  @Test
  void seesWhatWasWrittenAndWhatWasLeftAlone() throws IOException {
    try (Workplace place = Workplace.with(Map.of("a", "1", "b", "1", "c/d", ""))) {
      Files.writeString(place.folder().resolve("b"), "1");
      Files.writeString(place.folder().resolve("e"), "2");

      Outcome outcome = place.outcome(DONE);

      assertThat(outcome.listing()).isEqualTo("  a\n* b\n  c/d\n* e\n");
      assertThat(outcome.files()).isEqualTo(Map.of("a", "1", "b", "1", "e", "2"));
      assertThat(outcome.everything()).containsEntry("c/d", "").hasSize(4);
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    Workplace place = Workplace.with(Map.of("a/b/c", "1"));
    place.close();

    assertThat(place.folder()).doesNotExist();
  }

  @Test
  void anOutcomeSurvivesAFile() throws IOException {
    String bytes = "\u0000\u00e4\u00ff\r\n";
    Outcome outcome = Samples.outcome(-1, bytes, Map.of("x", bytes, "y", "z".repeat(100_000)));
    Path file = folder.resolve("outcome");

    OutcomeFile.write(file, outcome);

    assertThat(OutcomeFile.read(file)).isEqualTo(outcome);
  }
}
