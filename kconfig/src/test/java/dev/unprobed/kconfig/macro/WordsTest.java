package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final Map<String, String> VARIABLES =
      Map.of("CC", "ccache gcc-12", "srctree", "/tree");

  @Test
  void findsProgramsAndPaths() {
    assertThat(words("{ ld -v --gc-sections; } >/dev/null 2>&1 && echo \"y\""))
        .containsExactly("ld", "/dev/null", "echo", "y");
    assertThat(words("printf \"%b\\n\" \"1:\" | gcc -c -o /dev/null -"))
        .contains("printf", "gcc", "/dev/null");
  }

  @Test
  void expandsVariables() {
    assertThat(words("$CC -c; ${srctree}/scripts/x.sh"))
        .containsExactly("ccache", "gcc-12", "/tree/scripts/x.sh");
    assertThat(words("env \"LD=ld.lld\" \"$srctree/a\"")).contains("ld.lld", "/tree/a");
  }

  @Test
  void marksWhatOnlyTheShellKnows() {
    assertThat(words("mkdir .tmp_$$; $UNKNOWN/x")).contains(".tmp_\0", "\0/x");
    assertThat(words("$(dirname $0)/min-tool-version.sh"))
        .contains("dirname", "/min-tool-version.sh");
    assertThat(words("echo $1 \"$@\" $")).containsExactly("echo");
  }

  @Test
  void findsPathsInOptions() {
    assertThat(words("gcc -I/usr/include -include x.h --sysroot=/opt/root -O2"))
        .containsExactly("gcc", "/usr/include", "x.h", "/opt/root");
  }

  @Test
  void dropsNumbers() {
    assertThat(words("test 120200 -ge 50100 . ..")).containsExactly("test");
  }

  private static Set<String> words(String text) {
    return Words.of(text, VARIABLES::get);
  }
}
