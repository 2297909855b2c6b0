package dev.unprobed.bench.exact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unprobed.bench.exact.Result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A whole run of the benchmark: does the jobs whose result is not known yet, and writes the tables.
 *
 * @param folder for the journal, the tables and what differs
 * @param fresh whether to forget earlier results
 */
public record Exam(Expected conf, Candidate candidate, Path folder, boolean fresh) {

  /** The worst verdict of all jobs, and all of it in a line. */
  public record Report(Verdict verdict, String summary) {}

  /**
   * Does the jobs.
   *
   * @param workers how many at a time
   * @param preface what comes before the tables
   * @param out for progress and differences
   */
  public Report run(List<Job> jobs, int workers, String preface, Consumer<String> out)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path file = folder.resolve("results.tsv");
    if (fresh) {
      Files.deleteIfExists(file);
    }
    Journal journal = Journal.open(file, candidate.fingerprint());
    long start = System.nanoTime();
    List<Result> results = results(jobs, workers, journal, out);
    Table table = new Table(results);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    String summary =
        "%s, %d min %d s".formatted(table.summary(), time.toMinutes(), time.toSecondsPart());
    Files.writeString(
        folder.resolve("table.md"), table.markdown(preface + "\n" + summary + "\n"), UTF_8);
    Files.writeString(folder.resolve("table.csv"), table.csv(), UTF_8);
    return new Report(worst(results), summary + "; see " + folder.resolve("table.md"));
  }

  private List<Result> results(List<Job> jobs, int workers, Journal journal, Consumer<String> out)
      throws InterruptedException {
    boolean terminal = System.getProperty("unprobed.terminal") != null;
    try (Progress progress = Progress.start(out, terminal, jobs.size())) {
      Comparer comparer = new Comparer(conf, candidate, folder.resolve("different"));
      return new Campaign(comparer, journal, progress).run(jobs, workers);
    }
  }

  private static Verdict worst(List<Result> results) {
    return results.stream().map(Result::verdict).max(Enum::compareTo).orElse(Verdict.IDENTICAL);
  }
}
