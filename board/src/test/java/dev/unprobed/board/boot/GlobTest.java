package dev.unprobed.board.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "of:N*T*Cacme, of:NuartT(null)Cacme, true",
    "of:N*T*Cacme, of:NuartT(null)CacmeCother, false",
    "of:N*T*CacmeC*, of:NuartT(null)CacmeCother, true",
    "a?c, abc, true",
    "a?c, ac, false",
    "a[0-9A-F]c, aBc, true",
    "a[0-9A-F]c, aGc, false",
    "a[xy]c, ayc, true",
    "*, x, true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbYbZ, false",
    "a[, a[, true"
  })
  void matchesAsModprobeDoes(String pattern, String text, boolean expected) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void isNotCaughtByManyStars() {
    assertThat(new Glob("a*".repeat(50) + "b").matches("a".repeat(5000))).isFalse();
  }
}
