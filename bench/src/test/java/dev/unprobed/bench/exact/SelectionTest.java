package dev.unprobed.bench.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SelectionTest {

  private static final List<Job> JOBS = jobs();

  @Test
  void missesNoTargetOut() {
    assertThat(Selection.sample(JOBS, 3, 1))
        .extracting(Job::target)
        .containsExactly("olddefconfig", "randconfig", "syncconfig");
  }

  @Test
  void theSameSeedTakesTheSameInTheirOrder() {
    List<Job> sample = Selection.sample(JOBS, 20, 7);

    assertThat(sample).hasSize(20).isEqualTo(Selection.sample(JOBS, 20, 7));
    assertThat(JOBS).containsSubsequence(sample);
    assertThat(sample).isNotEqualTo(Selection.sample(JOBS, 20, 8));
  }

  @Test
  void thereAreNoMoreThanAll() {
    assertThat(Selection.sample(JOBS, 1000, 1)).isEqualTo(JOBS);
  }

  private static List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    IntStream.range(0, 50)
        .mapToObj(i -> Samples.job("olddefconfig", "case-" + i))
        .forEach(jobs::add);
    IntStream.range(0, 50).mapToObj(i -> Samples.job("randconfig", "case-" + i)).forEach(jobs::add);
    jobs.add(Samples.job("syncconfig", "only"));
    return jobs;
  }
}
