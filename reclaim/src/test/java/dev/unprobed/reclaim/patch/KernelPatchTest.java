package dev.unprobed.reclaim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelPatchTest {
  private static final String MAP =
      """
      int first(void)
      {
      \tstep();

      \treturn 0;
      }

      int second(int a,
      \t   int b)
      {
      \tstep();
      \treturn 1;
      }
      """;

  @TempDir private Path tree;

  @Test
  void placesTextBesideItsAnchor() throws IOException {
    assertThat(applied("before: return 1;\n|\tunprobed();\n"))
        .contains("\tstep();\n\tunprobed();\n\treturn 1;\n");
    assertThat(applied("after: return 1;\n|\\tunprobed();\n"))
        .contains("\treturn 1;\n\tunprobed();\n}\n");
    assertThat(applied("replace: return 1;\n|\treturn unprobed();\n"))
        .contains("\tstep();\n\treturn unprobed();\n}\n")
        .doesNotContain("return 1");
    assertThat(applied("append\n|/* unprobed */\n")).endsWith("}\n/* unprobed */\n");
  }

  @Test
  void looksForTheAnchorInOneFunction() throws IOException {
    assertThat(applied("in second\nafter: step();\n|\tunprobed();\n"))
        .endsWith("{\n\tstep();\n\tunprobed();\n\treturn 1;\n}\n");
  }

  @Test
  void keepsTheNumbersOfLinesWhenItFillsAnEmptyOne() throws IOException {
    String text = applied("in first\nfill after: step();\n|\tunprobed();\n");

    assertThat(text).contains("\tstep();\n\tunprobed();\n\treturn 0;\n");
    assertThat(text.lines().count()).isEqualTo(MAP.lines().count());
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    KernelPatch patch = patch("after: return 1;\n|\tunprobed();\n");

    assertThat(patch.apply()).hasSize(2);
    assertThat(patch.apply()).isEmpty();
  }

  @Test
  void saysWhatItDoesNotFind() {
    refuses("after: return 2;\n|unprobed\n", "anchor-not-found", "no line \"return 2;\"");
    refuses("in first\nafter: return 1;\n|unprobed\n", "anchor-not-found", "in first()");
    refuses("in third\nafter: return 1;\n|unprobed\n", "no-function", "third()");
    refuses("after: step();\n|unprobed\n", "anchor-twice", "lines 3 and 11");
    refuses("fill after: return 1;\n|unprobed\n", "no-empty-line", "follows \"return 1;\"");
  }

  @Test
  void writesNothingWhenOneEditDoesNotFit() throws IOException {
    KernelPatch patch = patch("after: return 1;\n|unprobed\nafter: return 2;\n|unprobed again\n");

    assertThatThrownBy(patch::apply).isInstanceOf(MalformedInput.class);
    assertThat(tree.resolve("new.c")).doesNotExist();
    assertThat(tree.resolve("map.c")).hasContent(MAP);
  }

  @Test
  void doesNotEditOverAnotherEditionOfTheEdits() throws IOException {
    patch("after: return 1;\n|\tunprobed(1);\n").apply();

    KernelPatch newer = new KernelPatch(tree, Map.of(), List.of(script("append\n|unprobed(2)\n")));

    assertThatThrownBy(newer::apply)
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("older-edit"));
  }

  @Test
  void tellsGenerationsApartByWhatAFileContains() throws IOException {
    Files.writeString(tree.resolve("map.c"), MAP);
    EditScript one =
        EditScript.parse("one", "variant map: map.c has first(\nfile map.c\n" + end(1));
    EditScript two =
        EditScript.parse("two", "variant map: map.c lacks first(\nfile map.c\n" + end(2));

    new KernelPatch(tree, Map.of(), List.of(one, two)).apply();

    assertThat(Files.readString(tree.resolve("map.c"))).endsWith("}\n/* unprobed 1 */\n");
  }

  @Test
  void saysThatNoGenerationFits() throws IOException {
    Files.writeString(tree.resolve("map.c"), MAP);
    EditScript one =
        EditScript.parse("one", "variant map: map.c has third(\nfile map.c\n" + end(1));

    assertThatThrownBy(() -> new KernelPatch(tree, Map.of(), List.of(one)).changes())
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("unknown-kernel"));
  }

  @Test
  void refusesScriptsThatCouldNotBeRecognisedLater() {
    assertThatThrownBy(() -> script("append\n|harmless\n")).hasMessageContaining("unprobed");
    assertThatThrownBy(() -> script("under: x\n|unprobed\n")).hasMessageContaining("no such word");
    assertThatThrownBy(() -> script("|unprobed\n")).hasMessageContaining("before the first edit");
    assertThatThrownBy(() -> script("fill after: x\n|unprobed\n|2\n"))
        .hasMessageContaining("fills");
  }

  private static String end(int number) {
    return "append\n|/* unprobed " + number + " */\n";
  }

  private String applied(String edits) throws IOException {
    patch(edits).apply();
    return Files.readString(tree.resolve("map.c"));
  }

  private void refuses(String edits, String check, String message) {
    assertThatThrownBy(() -> patch(edits).changes())
        .isInstanceOfSatisfying(MalformedInput.class, e -> assertThat(e.check()).isEqualTo(check))
        .hasMessageContaining(message);
  }

  private KernelPatch patch(String edits) throws IOException {
    Files.writeString(tree.resolve("map.c"), MAP);
    return new KernelPatch(tree, Map.of("new.c", "/* ours */\n"), List.of(script(edits)));
  }

  private static EditScript script(String edits) {
    return EditScript.parse("test", "file map.c\n" + edits);
  }
}
