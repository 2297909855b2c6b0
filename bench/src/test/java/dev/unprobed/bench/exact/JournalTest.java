package dev.unprobed.bench.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.exact.Result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

  private static final Job JOB = Samples.job("defconfig", "a/b");

  @TempDir private Path folder = Path.of("");

  @Test
  void remembersAResult() throws IOException {
    Result result = new Result(JOB.id(), Verdict.DIFFERENT, 7, 12);

    open("candidate").add(JOB, result);

    assertThat(open("candidate").known(JOB)).contains(result);
  }

  @Test
  void theLastResultCounts() throws IOException {
    Result last = new Result(JOB.id(), Verdict.IDENTICAL, 0, 12);
    Journal journal = open("candidate");

    journal.add(JOB, new Result(JOB.id(), Verdict.DIFFERENT, 7, 12));
    journal.add(JOB, last);

    assertThat(open("candidate").known(JOB)).contains(last);
  }

  @Test
  void forgetsWhatAnotherCandidateOrAnotherConfDid() throws IOException {
    open("candidate").add(JOB, new Result(JOB.id(), Verdict.IDENTICAL, 0, 1));

    assertThat(open("changed candidate").known(JOB)).isEmpty();
    assertThat(open("candidate").known(Samples.job("other conf", "defconfig", "a/b"))).isEmpty();
  }

  @Test
  void aFailureIsTriedAgain() throws IOException {
    open("candidate").add(JOB, new Result(JOB.id(), Verdict.FAILED, 0, 0));

    assertThat(open("candidate").known(JOB)).isEmpty();
  }

  @Test
  void aLineThatWasCutOffIsNoResult() throws IOException {
    open("candidate").add(JOB, new Result(JOB.id(), Verdict.IDENTICAL, 0, 1));
    Path file = folder.resolve("results.tsv");
    Files.writeString(file, "6.1/arm64/defcon", StandardOpenOption.APPEND);

    assertThat(open("candidate").known(JOB)).isPresent();
  }

  private Journal open(String candidate) throws IOException {
    return Journal.open(folder.resolve("results.tsv"), candidate);
  }
}
