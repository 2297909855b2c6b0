package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What do_shell of preprocess.c makes of an output. */
final class OutcomeTest {
  @Test
  void dropsNewlinesAtTheEndOnly() {
    assertThat(answer("\na\n\nb\n\n")).isEqualTo(" a  b");
    assertThat(answer("\n\n")).isEmpty();
    assertThat(answer("a \r\n")).isEqualTo("a \r");
  }

  @Test
  void keepsAtMost4095Bytes() {
    assertThat(answer("x".repeat(5000))).hasSize(4095);
    assertThat(answer("x".repeat(4095))).hasSize(4095);
  }

  @Test
  void trimsAfterTheCut() {
    assertThat(answer("x".repeat(4094) + "\n\ny")).isEqualTo("x".repeat(4094));
  }

  @Test
  void endsAtTheFirstNul() {
    assertThat(answer("a\nb\0c\n")).isEqualTo("a b");
    assertThat(answer("a\n\0\n")).isEqualTo("a ");
  }

  private static String answer(String output) {
    return Outcome.of(output, "").answer();
  }
}
