package dev.unprobed.bench.exact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unprobed.bench.exact.Result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/**
 * Does a job on both sides and compares.
 *
 * @param kept where both outcomes of a case that differs are put, in a folder of its name
 */
record Comparer(Expected conf, Candidate candidate, Path kept) {

  private static final int MOST_LINES = 30;

  /** A result, and what to tell people about it: nothing if all is well. */
  record Report(Result result, String text) {}

  Report compare(Job job) throws IOException {
    Outcome expected = conf.of(job);
    if (expected.answer().isEndless()) {
      return new Report(new Result(job.id(), Verdict.ENDLESS, 0, 0), "");
    }
    if (!candidate.isReal()) {
      return new Report(new Result(job.id(), Verdict.IDENTICAL, 0, 0), "");
    }
    long start = System.nanoTime();
    Outcome actual = candidateOutcome(job);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Comparison comparison = Comparison.of(expected, actual);
    if (comparison.isIdentical()) {
      return new Report(new Result(job.id(), Verdict.IDENTICAL, 0, millis), "");
    }
    if (Comparison.isRefusal(expected, actual)) {
      return new Report(new Result(job.id(), Verdict.REFUSED, 0, millis), "");
    }
    keep(job.id(), expected, actual, comparison);
    return new Report(
        new Result(job.id(), Verdict.DIFFERENT, comparison.differingLines(), millis),
        "%s: %d lines differ%n%s"
            .formatted(job.id(), comparison.differingLines(), comparison.text(MOST_LINES)));
  }

  private Outcome candidateOutcome(Job job) throws IOException {
    SortedMap<String, String> inputs = job.inputs().files(conf);
    try (Workplace place = Workplace.with(inputs)) {
      return place.outcome(
          candidate.run(job.id(), job.candidateArguments(), job.environment(), place.folder()));
    }
  }

  private void keep(Case id, Outcome expected, Outcome actual, Comparison comparison)
      throws IOException {
    Path folder = kept.resolve(id.toString());
    write(folder.resolve("conf"), expected);
    write(folder.resolve("unprobed"), actual);
    Files.writeString(folder.resolve("diff"), comparison.text(Integer.MAX_VALUE), UTF_8);
  }

  private static void write(Path folder, Outcome outcome) throws IOException {
    for (Map.Entry<String, String> part : outcome.parts().entrySet()) {
      Path file = folder.resolve(part.getKey());
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, part.getValue(), ISO_8859_1);
    }
  }
}
