package dev.unprobed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.bench.Arguments.UsageException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private final Benchmark benchmark = new Benchmark("test", "usage: test\n");

  @Test
  void tellsWrongUseFromWhatFails() {
    assertThat(benchmark.status(List.of("a"), (words, root) -> words.size())).isEqualTo(1);
    assertThat(
            benchmark.status(
                List.of(),
                (words, root) -> {
                  throw new UsageException("no such option");
                }))
        .isEqualTo(Benchmark.WRONG_USE);
    assertThat(
            benchmark.status(
                List.of(),
                (words, root) -> {
                  throw new IOException("no such file");
                }))
        .isEqualTo(Benchmark.BROKEN);
  }
}
