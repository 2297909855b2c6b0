package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On small random trees the solutions of the formula are just the configurations that the kernel's
 * own conf leaves as they are, among all files that a user can write.
 *
 * <p>{@code bench/small-trees} runs thousands of them: {@code -Dunprobed.small.trees=3000}, and
 * {@code -Dunprobed.random.seed=N} to start elsewhere.
 */
class SmallTreesTest {
  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12"})
  void solutionsAreWhatConfLeavesAlone(Generation generation) {
    int count = Integer.getInteger("unprobed.small.trees", 150);
    long first = Long.getLong("unprobed.random.seed", 1);
    SmallTreesTally tally = new SmallTrees(generation).of(first, count);
    System.out.print(tally.text());
    assertThat(tally.differences()).as("Linux %s", generation.version()).isEmpty();
    assertThat(tally.trees()).as("trees that were compared").isGreaterThan(count / 2);
  }
}
