package dev.unprobed.kconfig.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
  private static String rendered(String line, int column) {
    String text = new Diagnostic("f", 7, column, "c", "m", line, null).render();
    return text.substring(text.indexOf('\n') + 1);
  }

  @Test
  void withoutAPlace() {
    assertThat(Diagnostic.ofFile("f", "c", "m", "do it").render())
        .isEqualTo("f: error[c]: m\n\n  hint: do it");
  }

  @Test
  void caretStandsUnderTheColumn() {
    assertThat(rendered("abc", 2)).isEqualTo("  abc\n   ^");
    assertThat(rendered("abc", 4)).isEqualTo("  abc\n     ^");
    assertThat(rendered("\ta\tb", 4)).isEqualTo("  \ta\tb\n  \t \t^");
  }

  @Test
  void lettersOfSeveralBytesAreOneColumn() {
    assertThat(rendered(ByteText.encode("äö€x"), 8)).isEqualTo("  äö€x\n     ^");
  }

  @Test
  void partOfALongLine() {
    String line = ByteText.encode("é".repeat(500)) + "X" + ByteText.encode("é".repeat(500));
    String[] shown = rendered(line, 1001).split("\n", -1);
    assertThat(shown[0].charAt(shown[1].indexOf('^'))).isEqualTo('X');
    assertThat(shown[0]).doesNotContain("\ufffdéX").hasSizeLessThan(164);
  }

  @Test
  void controlCharactersAreNotPrinted() {
    assertThat(new Diagnostic("f\33", 1, 1, "c", "a\33[2Jb\rc", "x\33\7y", null).render())
        .isEqualTo("f?:1:1: error[c]: a?[2Jb?c\n  x??y\n  ^");
  }

  @Test
  void likeness() {
    assertThat(Likeness.distance("depend", "depends")).isEqualTo(1);
    assertThat(Likeness.distance("", "abc")).isEqualTo(3);
    assertThat(Likeness.distance("kitten", "sitting")).isEqualTo(3);
  }
}
