package dev.unprobed.kernel.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFileTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"cmd_", "savedcmd_"})
  void bothForms(String prefix) {
    CommandFile file =
        CommandFile.parse(prefix + "a/b.o := gcc -DX -DKBUILD_MODFILE='\"a/b-c\"' -c a/b.c")
            .orElseThrow();
    assertThat(file.target()).isEqualTo("a/b.o");
    assertThat(file.defined("KBUILD_MODFILE")).contains("a/b-c");
    assertThat(file.defined("KBUILD_MODNAME")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'\"x y\"'", "\"\\\"x y\\\"\"", "\\\"x\\ y\\\"", "'x y'", "x' 'y"})
  void quotes(String written) {
    CommandFile file = new CommandFile("a.o", "gcc -DNAME=" + written + " -c");
    assertThat(file.defined("NAME")).contains("x y");
  }

  @Test
  void otherLines() {
    assertThat(CommandFile.parse("source_a.o := a.c")).isEmpty();
    assertThat(CommandFile.parse("")).isEmpty();
  }

  @Test
  void onlyTheFirstLineIsRead() throws IOException {
    Path object = directory.resolve("a.o");
    assertThat(CommandFile.of(object)).isEmpty();
    String longCommand = "x".repeat(100_000);
    Path file = directory.resolve(".a.o.cmd");
    Files.writeString(file, "cmd_a.o := " + longCommand + "\nsource_a.o := a.c\n");
    assertThat(CommandFile.of(object)).contains(new CommandFile("a.o", longCommand));
    Files.writeString(file, "cmd_a.o := " + "x".repeat(5_000_000));
    assertThat(CommandFile.of(object)).isEmpty();
  }
}
