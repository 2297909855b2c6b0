package dev.unprobed.app.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kconfig files that are wrong, odd or too large. The old {@code .config} stays as it is. */
class KconfigInputTest {
  private static final int MANY = 100_000;
  private static final int HUGE = 50_000_000;
  private static final String ENTRY = "config A\n\tbool \"a\"\n";
  private static final String OLD = "CONFIG_OLD=y\n";

  @TempDir Path folder;

  private Program program(String kconfig) throws Exception {
    return new Program(folder).file("Kconfig", kconfig).file(".config", OLD);
  }

  private String refused(String check, String kconfig) throws Exception {
    Program program = program(kconfig);
    String err = program.config("olddefconfig").refused(check).err();
    assertThat(program.read(".config")).isEqualTo(OLD);
    assertThat(program.names()).containsExactly(".config", "Kconfig");
    return err;
  }

  private String accepted(String kconfig) throws Exception {
    Program program = program(kconfig);
    program.config("olddefconfig").accepted();
    return program.read(".config");
  }

  @Test
  void errorsHavePlaceLineCaretAndHint() throws Exception {
    assertThat(refused("missing-source", ENTRY + "\tsource\t\"none\"\n"))
        .isEqualTo(
            """
            Kconfig:3:9: error[missing-source]: there is no file "none"
              \tsource\t"none"
              \t      \t^

              hint: file names are relative to the top of the tree
            """);
  }

  @Test
  void severalErrorsAreShownAtOnce() throws Exception {
    assertThat(refused("syntax", "config\n" + ENTRY + "\tdefault\n"))
        .contains("Kconfig:1:", "Kconfig:4:");
  }

  @Test
  void fileThatIncludesItself() throws Exception {
    refused("recursive-source", "source \"Kconfig\"\n");
    refused("recursive-source", "HERE := Kconfig\nsource \"$(HERE)\"\n");
    refused("recursive-source", "source \"$(filename)\"\n");
  }

  @Test
  void fileThatIncludesItselfByAPattern() throws Exception {
    Program program = program("source \"K*\"\n");
    program.run("config", "--generation", "u-boot", "olddefconfig").refused();
  }

  @Test
  void symbolsThatDependOnThemselves() throws Exception {
    refused(
        "recursive-dependency", ENTRY + "\tdepends on B\nconfig B\n\tbool \"b\"\n\tdepends on A\n");
  }

  @Test
  void directoryInThePlaceOfAFile() throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    Program program = program("source \"sub\"\n");
    assertThat(program.config("olddefconfig").refused("unreadable-source").err())
        .contains("it is a directory");
  }

  @Test
  void directoryInThePlaceOfTheFirstFile() throws Exception {
    Program program = new Program(folder).file("Kconfig/file", "");
    assertThat(program.config("olddefconfig").refused().err()).contains("directory");
  }

  @Test
  void hugeLine() throws Exception {
    refused("line-too-long", ENTRY + "# " + "x".repeat(HUGE) + "\n");
    refused("line-too-long", "config A\n\tbool \"" + "x".repeat(HUGE) + "\"\n");
    refused("line-too-long", "x".repeat(HUGE));
  }

  @Test
  void manyMacrosInOneLine() throws Exception {
    assertThat(accepted("config A\n\tbool \"" + "$(X)".repeat(MANY) + "\"\n")).contains("CONFIG_A");
  }

  @Test
  void deepNesting() throws Exception {
    refused("nesting", "if A\n".repeat(MANY) + "endif\n".repeat(MANY));
    refused("nesting", "menu \"m\"\n".repeat(MANY) + "endmenu\n".repeat(MANY));
    refused("nesting", ENTRY + "\tdepends on " + "(".repeat(MANY) + "B" + ")".repeat(MANY) + "\n");
    refused("nesting", ENTRY + "\tdepends on " + "!".repeat(MANY) + "B\n");
    refused("nesting", "config A\n\tbool \"" + "$(".repeat(MANY) + "B" + ")".repeat(MANY) + "\"\n");
  }

  @Test
  void longChains() throws Exception {
    StringBuilder macros = new StringBuilder();
    StringBuilder symbols = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      macros.append("A%d = $(A%d)\n".formatted(i, i + 1));
    }
    // Compiled code needs little of the stack.
    for (int i = 0; i < 4 * MANY; i++) {
      symbols.append("config A%d\n\tbool\n\tdefault A%d\n".formatted(i, i + 1));
    }
    refused("nesting", macros + "config A\n\tbool \"$(A0)\"\n");
    refused("too-deep", symbols.toString());
  }

  @Test
  void macrosThatGrow() throws Exception {
    StringBuilder text = new StringBuilder("A0 := xxxx\nB0 = x\n");
    for (int i = 0; i < 60; i++) {
      text.append("A%d := $(A%d)$(A%d)\n".formatted(i + 1, i, i));
    }
    refused("endless-macro", text + ENTRY);
    refused("endless-macro", text.toString().replace(":=", "=") + "config A\n\tbool \"$(A60)\"\n");
  }

  @Test
  void longChainOfOperatorsIsNoNesting() throws Exception {
    assertThat(accepted(ENTRY + "\tdepends on y" + " || y".repeat(MANY) + "\n"))
        .contains("CONFIG_A");
  }

  @Test
  void anyBytesPassThrough() throws Exception {
    String kconfig =
        "mainmenu \"caf\351\"\nconfig S\n\tstring \"s\303\"\n\tdefault \"\351\200\377\"\n";
    assertThat(accepted(kconfig)).contains("# caf\351\n", "CONFIG_S=\"\351\200\377\"\n");
  }

  @Test
  void commandThatFails() throws Exception {
    Program program =
        program(
            "X := $(shell,echo out; echo err >&2; exit 3)\nconfig A\n\tstring \"a\"\n\tdefault \"$(X)\"\n");
    assertThat(program.config("olddefconfig").accepted().err()).isEqualTo("err\n");
    assertThat(program.read(".config")).contains("CONFIG_A=\"out\"");
  }

  @Test
  void commandThatIsNotThere() throws Exception {
    Program program = program("X := $(shell,no-such-command)\n" + ENTRY);
    assertThat(program.config("olddefconfig").accepted().err()).contains("no-such-command");
  }

  @Test
  void commandThatPrintsTooMuch() throws Exception {
    String kconfig =
        "X := $(shell,head -c 10000000 /dev/zero | tr '\\0' x)\nconfig A\n\tstring \"a\"\n\tdefault \"$(X)\"\n";
    assertThat(accepted(kconfig)).contains("CONFIG_A=\"xxxx").hasSizeLessThan(5000);
  }

  @Test
  void recordOfMacrosThatIsNone() throws Exception {
    Program program = program(ENTRY).file("macros", "nonsense\n");
    assertThat(program.config("--macros", "macros", "olddefconfig").refused().err())
        .startsWith("macros:1:1: error[macro-record]: ");
    program.config("--macros", "..", "olddefconfig").refused();
  }

  @Test
  void namesInAnotherLocale() throws Exception {
    Program program = program("source \"caf\303\251\"\n").with("LC_ALL", "C");
    program.config("olddefconfig").refused();
  }

  @Test
  void nameWithANul() throws Exception {
    Program program = program("source \"sub\0more\"\n").file("sub", ENTRY);
    program.config("olddefconfig").accepted();
  }
}
