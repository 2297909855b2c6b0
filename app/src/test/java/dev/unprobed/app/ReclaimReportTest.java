package dev.unprobed.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code reclaim report} makes of what {@code reclaim run --json} wrote: recorded runs of a
 * small kernel, in {@code reclaim-runs}.
 */
class ReclaimReportTest {
  private static final Path RUNS = Path.of("src/test/resources/reclaim-runs");

  static List<Path> files() throws IOException {
    return GoldenFile.in(Path.of("src/test/resources/reclaim-reports"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void says(Path file) throws IOException {
    GoldenFile golden = GoldenFile.read(file);
    List<String> arguments = new ArrayList<>(List.of("reclaim", "report"));
    for (String word : golden.section("command").strip().split(" ", -1)) {
      arguments.add(word.startsWith("-") ? word : RUNS.resolve(word).toString());
    }
    CommandRun run = CommandRun.of(arguments);
    golden
        .with("exit status", run.status() + "\n")
        .with("output", run.out())
        .with("errors", run.err())
        .check();
  }
}
