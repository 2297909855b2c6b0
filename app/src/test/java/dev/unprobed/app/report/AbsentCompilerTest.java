package dev.unprobed.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AbsentCompilerTest {
  private final AbsentCompiler shell = new AbsentCompiler(command -> "asked: " + command);

  @Test
  void answersOnlyWhatWouldEndTheReading() {
    assertThat(shell.run("{ command -v unprobed-absent-gcc; } >/dev/null && echo n || echo y"))
        .isEqualTo("n");
    assertThat(shell.run("/k/scripts/cc-version.sh unprobed-absent-gcc")).startsWith("GCC ");
    assertThat(shell.run("unprobed-absent-gcc -mx && echo y || echo n")).startsWith("asked: ");
    assertThat(shell.run("echo 1")).isEqualTo("asked: echo 1");
  }
}
