package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HabitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc",
        "cc",
        "aarch64-linux-gnu-gcc",
        "gcc-12",
        "clang",
        "clang-15",
        "g++",
        "x-clang++-9.1"
      })
  void knowsCompilers(String name) {
    assertThat(Habits.isCompiler(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc-ar", "ccache", "ld", "gccgo", "accept"})
  void knowsWhatIsNoCompiler(String name) {
    assertThat(Habits.isCompiler(name)).isFalse();
  }

  @Test
  void knowsPatternsOfFileNames() {
    assertThat(Habits.hasPattern("cat *.txt")).isTrue();
    assertThat(Habits.hasPattern("echo /usr/lib/gcc-?")).isTrue();
    assertThat(Habits.hasPattern("echo 'int f(int *x)' | gcc -x c -")).isFalse();
    assertThat(Habits.hasPattern("test $? = 0; echo $*; echo \\*")).isFalse();
  }
}
