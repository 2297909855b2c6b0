package dev.unprobed.bench.exact;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MutatorTest {

  private static final String CONFIG =
      IntStream.range(0, 200).mapToObj("CONFIG_S%d=y\n"::formatted).collect(joining());

  @Test
  void theSameSeedMakesTheSameChanges() {
    Mutator mutator = new Mutator(3, Mutator.NONSENSE);

    assertThat(mutator.apply(CONFIG)).isEqualTo(mutator.apply(CONFIG)).isNotEqualTo(CONFIG);
    assertThat(new Mutator(4, Mutator.NONSENSE).apply(CONFIG)).isNotEqualTo(mutator.apply(CONFIG));
  }

  @Test
  void mostLinesStay() {
    String changed = new Mutator(1, Mutator.FLIPS).apply(CONFIG);

    long kept =
        CONFIG.lines().filter(line -> ("\n" + changed).contains("\n" + line + "\n")).count();
    assertThat(kept).isBetween(150L, 199L);
  }
}
