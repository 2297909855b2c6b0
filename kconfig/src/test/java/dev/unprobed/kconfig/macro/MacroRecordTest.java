package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kconfig.source.KconfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MacroRecordTest {
  private static final String EXPECTED =
      """
      unprobed-macros 1
      # What a Kconfig tree asked of the machine, and the answers.
      env ARCH=arm64
      env srctree=$(srctree)
      unset RUSTC
      shell $(srctree)/scripts/cc-version.sh gcc
        -> GCC 120200
      shell printf "%b\\\\n" x
        -> \\x20x\\n\\\\
      """;

  private static MacroRecorder recorder() {
    MacroRecorder recorder = new MacroRecorder("/src/linux");
    var variables = recorder.environment(Map.of("ARCH", "arm64", "srctree", "/src/linux")::get);
    assertThat(variables.apply("ARCH")).isEqualTo("arm64");
    assertThat(variables.apply("srctree")).isEqualTo("/src/linux");
    assertThat(variables.apply("RUSTC")).isNull();
    assertThat(variables.apply("ARCH")).isEqualTo("arm64");
    Shell shell =
        recorder.shell(command -> command.contains("cc-version") ? "GCC 120200" : " x\n\\");
    shell.run("/src/linux/scripts/cc-version.sh gcc");
    shell.run("printf \"%b\\n\" x");
    shell.run("/src/linux/scripts/cc-version.sh gcc");
    return recorder;
  }

  @Test
  void writesInTheOrderOfFirstUse() {
    assertThat(recorder().text()).isEqualTo(EXPECTED);
  }

  @Test
  void repliesForAnotherCopyOfTheTree() {
    MacroRecord record = MacroRecord.parse(EXPECTED, "macros");
    var variables = record.environment("/elsewhere");
    assertThat(variables.apply("ARCH")).isEqualTo("arm64");
    assertThat(variables.apply("srctree")).isEqualTo("/elsewhere");
    assertThat(variables.apply("RUSTC")).isNull();
    assertThat(record.shell("/elsewhere").run("/elsewhere/scripts/cc-version.sh gcc"))
        .isEqualTo("GCC 120200");
    assertThat(record.shell("/elsewhere").run("printf \"%b\\n\" x")).isEqualTo(" x\n\\");
  }

  @Test
  void saysWhatIsNotThere() {
    MacroRecord record = MacroRecord.parse(EXPECTED, "macros");
    assertThatThrownBy(() -> record.shell("/x").run("clang --version"))
        .isInstanceOf(MacroException.class)
        .hasMessage("macros has no answer for the command 'clang --version'")
        .extracting(e -> ((MacroException) e).hint())
        .asString()
        .contains("record it again");
    assertThatThrownBy(() -> record.environment("/x").apply("LLVM"))
        .hasMessageContaining("the variable LLVM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | m:1: this is no record of macros",
        "unprobed-macros 2 | m:1: this version of the format is unknown",
        "unprobed-macros 1;get X | m:2: 'get' is unknown",
        "unprobed-macros 1;;env X | m:3: a variable without a value",
        "unprobed-macros 1;-> x | m:2: commands and answers must alternate",
        "unprobed-macros 1;shell a;shell b | m:3: commands and answers must alternate",
        "unprobed-macros 1;shell a | m:2: the answer of the last command is missing",
        "unprobed-macros 1;env X=\\q | m:2: a backslash must be followed by \\, n, t or x and two hex digits",
        "unprobed-macros 1;env X=\\x4 | m:2: \\x must be followed by two hex digits",
      })
  void saysWhereAFileIsMalformed(String text, String message) {
    int place = message.indexOf(": ");
    assertThatThrownBy(() -> MacroRecord.parse(text.replace(';', '\n'), "m"))
        .isInstanceOf(KconfigException.class)
        .hasMessageStartingWith(
            message.substring(0, place) + ":1: error[macro-record]" + message.substring(place));
  }

  @Test
  void readsWhatItWrote(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("macros");
    recorder().write(file);
    assertThat(MacroRecord.read(file).shell("/t").run("/t/scripts/cc-version.sh gcc"))
        .isEqualTo("GCC 120200");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhenItCannotRead(@TempDir Path folder) {
    assertThatThrownBy(() -> MacroRecord.read(folder.resolve("absent")))
        .isInstanceOf(MacroException.class);
  }
}
