package dev.unprobed.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody mistypes on the command line. */
class ArgumentsTest {
  @TempDir Path folder;

  private Program program() throws Exception {
    return new Program(folder).file("Kconfig", "config ALPHA\n\tbool \"a\"\n");
  }

  @Test
  void unknownOptionIsSuggested() throws Exception {
    Program.Result result = program().run("config", "--silnt", "olddefconfig").refused("arguments");
    assertThat(result.err())
        .startsWith("unprobed config: error[arguments]: unknown option: '--silnt'")
        .contains("did you mean --silent?");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void unknownCommandIsSuggested() throws Exception {
    assertThat(program().run("confg", "olddefconfig").refused("arguments").err())
        .contains("did you mean config?");
  }

  @Test
  void optionWithoutItsValue() throws Exception {
    assertThat(program().run("config", "olddefconfig", "--tree").refused("arguments").err())
        .contains("--tree");
  }

  @Test
  void unknownTargetIsSuggested() throws Exception {
    assertThat(program().config("olddefconfg").refused("target").err())
        .contains("there is no target \"olddefconfg\"", "did you mean olddefconfig?");
  }

  @Test
  void noTarget() throws Exception {
    program().config().refused("target");
  }

  @Test
  void unknownSymbolIsSuggested() throws Exception {
    assertThat(program().file(".config", "").run("why", "ALPHO").refused("unknown-symbol").err())
        .contains("did you mean ALPHA?");
  }

  @Test
  void unknownGeneration() throws Exception {
    assertThat(program().run("config", "--generation", "9.9", "olddefconfig").refused().err())
        .contains("error[generation]", "7.1");
  }

  @Test
  void treeThatIsNone() throws Exception {
    program().config("--tree", "none", "olddefconfig").refused("no-tree");
    program().config("--tree", "Kconfig", "olddefconfig").refused("no-tree");
  }

  @Test
  void nothingAtAll() throws Exception {
    assertThat(program().run().refused().err()).contains("Usage: unprobed");
  }
}
