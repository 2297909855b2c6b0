package dev.unprobed.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.link.Expression.Unknowable;
import dev.unprobed.kernel.link.Statement.Assign;
import dev.unprobed.kernel.link.Statement.Inputs;
import dev.unprobed.kernel.link.Statement.Order;
import dev.unprobed.kernel.link.Statement.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final Expression.Scope SCOPE =
      new Expression.Scope() {
        @Override
        public long dot() {
          return 0x1003;
        }

        @Override
        public long symbol(String name) throws Unknowable {
          if (name.equals("one")) {
            return 1;
          }
          throw new Unknowable(name);
        }

        @Override
        public long section(String question, String name) {
          return question.equals("SIZEOF") ? 0x20 : 0x1000;
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 + 2 * 3; 7",
        "(1 + 2) * 3; 9",
        "1 << 12; 4096",
        "-(1 << 3) + 16; 8",
        "~(0x1000 - 1) & 0x1fff; 4096",
        "10 - 2 - 3; 5",
        "4K; 4096",
        "ALIGN(16); 4112",
        "ALIGN(., 0x1000); 8192",
        "ABSOLUTE(. - one); 4098",
        "one == 1 && one != 2 ? 5 : 6; 5",
        "one > 1 || 0 ? 5 : 6; 6",
        "ADDR(.text) + SIZEOF(.text); 4128",
        "MAX(one, 3) % 2; 1",
        "0xffffffc008000000 >> 60; 15",
        "!0; 1",
      })
  void evaluates(String text, long value) throws Unknowable {
    assertThat(expression(text).value(SCOPE)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent + 1", "1 / 0", "CONSTANT(MAXPAGESIZE)"})
  void saysWhatItCannotTell(String text) {
    assertThatThrownBy(() -> expression(text).value(SCOPE)).isInstanceOf(Unknowable.class);
  }

  @Test
  void countsAPlainDotFromTheStartOfItsSection() throws Unknowable {
    Output output = (Output) read("SECTIONS { .text : { . = 0x40; . += 8; } }");
    assertThat(((Assign) output.body().get(0)).value().value(SCOPE)).isEqualTo(0x1040);
    assertThat(((Assign) output.body().get(1)).value().value(SCOPE)).isEqualTo(8);
  }

  @Test
  void readsWhichSectionsAreTaken() {
    Output output =
        (Output) read("SECTIONS { .x : { KEEP(*(SORT(.a+*) EXCLUDE_FILE(*b.o c.o) .d)) *lib.a } }");
    Inputs first = (Inputs) output.body().get(0);
    assertThat(first.file().isAll()).isTrue();
    assertThat(first.patterns()).hasSize(2);
    assertThat(first.patterns().get(0).order()).isEqualTo(Order.NAME);
    assertThat(first.patterns().get(0).section()).isEqualTo(new Glob(".a+*"));
    assertThat(first.patterns().get(1).excluded())
        .containsExactly(new Glob("*b.o"), new Glob("c.o"));
    assertThat(((Inputs) output.body().get(1)).file()).isEqualTo(new Glob("*lib.a"));
  }

  @Test
  void readsTheSectionsOfAnOverlay() {
    String script =
        """
        SECTIONS { OVERLAY 0xffff0000 : NOCROSSREFS AT(there) {
         .one { *(.one) } .two { *(.two) } } end = .; }
        """;
    assertThat(ScriptReader.read("x.lds", script))
        .extracting(s -> s instanceof Output o ? o.name() : "")
        .containsExactly(".one", ".two", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECTIONS {",
        "SECTIONS { .text : { *(.text }",
        "SECTIONS { . = ; }",
        "SECTIONS { . = 0xzz; }",
        "SECTIONS { .text { } }",
        "ASSERT(\"",
        "= 4"
      })
  void refusesWhatIsNoScript(String script) {
    assertThatThrownBy(() -> ScriptReader.read("x.lds", script))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.check()).isEqualTo("linker-script"));
  }

  @Test
  void refusesToNestWithoutEnd() {
    String script = ". = " + "(".repeat(100_000);
    assertThatThrownBy(() -> ScriptReader.read("x.lds", script)).isInstanceOf(MalformedInput.class);
    String sorts = "SECTIONS { .x : { *(" + "SORT(".repeat(100_000);
    assertThatThrownBy(() -> ScriptReader.read("x.lds", sorts)).isInstanceOf(MalformedInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    ".text.*, .text.hot, true",
    ".text.*, .text, false",
    ".text.[0-9a-z_]*, .text.9, true",
    ".text.[!0-9]*, .text.9, false",
    "___ksymtab+*, ___ksymtab+clk_get, true",
    "*a*b*c, xaxbxbxc, true",
    "*a*b*c, xaxbxbxcd, false",
    "?ab, xab, true",
    "a\\*, a*, true",
    "a[, a[, true",
  })
  void matchesNames(String pattern, String name, boolean matches) {
    assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
  }

  private static Statement read(String script) {
    return ScriptReader.read("x.lds", script).getFirst();
  }

  private static Expression expression(String text) {
    return ((Assign) ScriptReader.read("x.lds", "x = " + text + ";").getFirst()).value();
  }
}
