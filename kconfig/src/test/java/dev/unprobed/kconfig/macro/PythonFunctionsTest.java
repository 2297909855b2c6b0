package dev.unprobed.kconfig.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.MenuTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonFunctionsTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void python() throws IOException {
    boolean there = Path.of("/usr/bin/python3").toFile().canExecute();
    if (!there) {
      assertThat(System.getenv("CI")).as("CI has python3").isNotEqualTo("true");
      System.out.println("SKIPPED: python3 is not here");
    }
    assumeTrue(there, "needs python3");
    Files.writeString(
        folder.resolve("kconfigfunctions.py"),
        """
        def join(kconf, name, *args):
            print("not an answer")
            return name + ":" + "+".join(args)
        def fail(kconf, name):
            raise KeyError("gone")
        functions = {"join": (join, 1, None), "fail": (fail, 0, 0)}
        """);
  }

  private String value(String text) {
    try (PythonFunctions python = new PythonFunctions(folder, folder, System.getenv())) {
      return value(text, python.before(command -> ""));
    }
  }

  private String value(String text, Shell shell) {
    try {
      Files.writeString(folder.resolve("Kconfig"), "config S\n\tstring\n\tdefault " + text + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    MenuTree tree =
        new TreeLoader(
                Generation.KCONFIGLIB,
                "Kconfig",
                new WorkFiles(folder, null),
                Map.of("E", "e")::get)
            .load(shell, Messages.NONE)
            .tree();
    Evaluation evaluation = new Evaluation(tree, Messages.NONE);
    return evaluation.text(Objects.requireNonNull(tree.find("S")));
  }

  @Test
  void answerMacros() {
    assertThat(value("\"$(join,a,$(E) b)\"")).isEqualTo("join:a+e b");
  }

  @Test
  void unknownOnesAreNothing() {
    assertThat(value("\"<$(other,a)>\"")).isEqualTo("<>");
  }

  @Test
  void takeSoManyArguments() {
    assertThatThrownBy(() -> value("\"$(join)\""))
        .isInstanceOf(KconfigException.class)
        .hasMessageContaining("1 or more");
  }

  @Test
  void tellWhatWentWrong() {
    assertThatThrownBy(() -> value("\"$(fail)\""))
        .isInstanceOf(MacroException.class)
        .hasMessageContaining("KeyError: 'gone'");
  }

  @Test
  void areRecordedAndReplayed() {
    MacroRecorder recorder = new MacroRecorder("");
    try (PythonFunctions python = new PythonFunctions(folder, folder, System.getenv())) {
      value("\"$(join,a)\"", recorder.shell(python.before(command -> "")));
    }
    Shell replay = MacroRecord.parse(recorder.text(), "record").shell("");
    assertThat(value("\"$(join,a)\"", replay)).isEqualTo("join:a");
  }
}
