package dev.unprobed.bench.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.exact.Result.Verdict;
import dev.unprobed.bench.tree.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark, with something else in the place of conf and of unprobed. */
final class ExamTest {

  private static final Job GOOD = Samples.job("olddefconfig", "good");
  private static final Job BAD = Samples.job("olddefconfig", "bad");
  private static final Job ENDLESS = Samples.job("randconfig", "endless");

  @TempDir private Path folder = Path.of("");
  private final Queue<String> runs = new ConcurrentLinkedQueue<>();

  @Test
  void theWorstVerdictIsTheVerdict() throws IOException, InterruptedException {
    assertThat(run(false, GOOD, ENDLESS)).isEqualTo(Verdict.ENDLESS);
    assertThat(run(false, GOOD, BAD, ENDLESS)).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void whatIsKnownIsNotDoneAgain() throws IOException, InterruptedException {
    run(false, GOOD);
    run(false, GOOD, BAD);

    assertThat(runs).containsExactly("good", "bad");
  }

  @Test
  void unlessTheRunIsFresh() throws IOException, InterruptedException {
    run(false, GOOD);
    run(true, GOOD);

    assertThat(runs).containsExactly("good", "good");
  }

  @Test
  void keepsBothSidesOfADifference() throws IOException, InterruptedException {
    run(false, BAD);

    Path kept = folder.resolve("different").resolve(BAD.id().toString());
    assertThat(kept.resolve("conf").resolve(".config")).hasContent("A=y");
    assertThat(kept.resolve("unprobed").resolve(".config")).hasContent("A=n");
    assertThat(kept.resolve("diff")).content().contains("-A=y\n+A=n");
  }

  @Test
  void writesTheTables() throws IOException, InterruptedException {
    run(false, GOOD, BAD, ENDLESS);

    assertThat(Files.readString(folder.resolve("table.md")))
        .startsWith("preface\n2 cases, 1 identical, 0 refused by both, 2 differing lines")
        .contains("| 6.1 | arm64 | olddefconfig | 2 | 1 | 0 | 2 | 6.1/arm64/olddefconfig/bad |");
    assertThat(Files.readString(folder.resolve("table.csv")))
        .contains("6.1,arm64,randconfig,0,0,0,0,\n");
  }

  @Test
  void aFailureDoesNotStopTheOthers() throws IOException, InterruptedException {
    Job broken = Samples.job("olddefconfig", "broken");

    assertThat(run(false, broken, GOOD)).isEqualTo(Verdict.FAILED);
    assertThat(runs).contains("good");
  }

  private Verdict run(boolean fresh, Job... jobs) throws IOException, InterruptedException {
    return new Exam(ExamTest::conf, new Fake(), folder, fresh)
        .run(List.of(jobs), 1, "preface", text -> {})
        .verdict();
  }

  private static Outcome conf(Job job) {
    int exit = job.name().equals("endless") ? Answer.ENDLESS : 0;
    SortedMap<String, String> files = new TreeMap<>(Map.of(".config", "A=y\n"));
    return new Outcome(new Answer(exit, "", ""), "* .config\n  include/config/auto.conf\n", files);
  }

  private final class Fake implements Candidate {

    @Override
    public Answer run(Case id, List<String> arguments, Map<String, String> environment, Path work)
        throws IOException {
      runs.add(id.name());
      if (id.name().equals("broken")) {
        throw new IOException("broken");
      }
      Files.writeString(work.resolve(".config"), id.name().equals("good") ? "A=y\n" : "A=n\n");
      return new Answer(0, "", "");
    }

    @Override
    public String fingerprint() {
      return "fake";
    }
  }
}
