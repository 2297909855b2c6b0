package dev.unprobed.kernel.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects as programs, against what GNU ld makes of them at the same addresses. */
class LinkerTest {
  private static final String SOURCE =
      """
      extern int other(const char *, const void *);
      extern char table[64];
      static const char *const names[] = { "one", "two", "three" };
      static int counter = 3, zero[300];
      struct ops { int (*run)(int); const char *const *names; char *middle; };
      __attribute__((noinline)) int maybe(int i) { return other(names[i], zero) + counter++; }
      struct ops ops = { maybe, names + 1, table + 20 };
      __attribute__((section(".init.text"))) int start(void) {
        zero[8] = maybe(zero[3]);
        return other("four", ops.middle);
      }
      int tail(int i) { return maybe(i + 2); }
      """;

  private static final String ARM64 =
      """
              .text
      f:      b.eq    outside
              tbz     x0, #3, f2
              adr     x1, f2
              ldr     x2, literal
              movz    x3, #:abs_g3:outside
              movk    x3, #:abs_g2_nc:outside
              movk    x3, #:abs_g1_nc:outside
              movk    x3, #:abs_g0_nc:outside
              movn    x4, #:prel_g1:f2
              movz    x4, #:prel_g2:literal
              movk    x4, #:prel_g0_nc:f2
              adrp    x5, outside + 0x1234
              ldr     q1, [x5, #:lo12:outside + 32]
              ldrh    w6, [x5, #:lo12:outside + 2]
              ldrb    w6, [x5, #:lo12:outside + 1]
              b       outside
              .section .text.other,"ax"
      f2:     ret
              .p2align 3
      literal:
              .quad   outside + 8
              .word   f - .
              .quad   f - .
              .section .data,"aw"
              .word   f - .
              .quad   f2 - 4
      """;

  private static final String ARM =
      """
              .arm
              .text
      f:      bl      outside
              blne    outside
              b       outside + 16
              beq     f2
              movw    r0, #:lower16:outside
              movt    r0, #:upper16:outside
              movw    r1, #:lower16:(outside + 0x1234)
              movt    r1, #:upper16:(outside + 0x1234)
              movw    r2, #:lower16:(f2 - .)
              movt    r2, #:upper16:(f2 - .)
              bx      lr
              .section .text.other,"ax"
      f2:     bl      f
              .section .data,"aw"
              .word   f2 + 4
              .word   f - .
              .word   outside - 12
              .word   outside(target1)
      1:      .word   0x80000010
              .reloc  1b, R_ARM_PREL31, f2
      2:      .hword  0
              .reloc  2b, R_ARM_ABS16, small
              .byte   0
              .set    small, 0x1234
      """;

  @TempDir Path directory;

  static Stream<List<String>> objects() {
    return Stream.of(
        List.of("aarch64-linux-gnu", "c", SOURCE, "-mcmodel=small"),
        List.of("aarch64-linux-gnu", "c", SOURCE, "-mcmodel=large"),
        List.of("aarch64-linux-gnu", "c", SOURCE, "-mbig-endian"),
        List.of("arm-linux-gnueabihf", "c", SOURCE, "-marm"),
        List.of("aarch64-linux-gnu", "s", ARM64, "-mabi=lp64"),
        List.of("arm-linux-gnueabihf", "s", ARM, "-march=armv7-a"));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void sameAsLd(List<String> input) throws IOException {
    Path object = compile(input);
    LinkedProgram ours = Linker.program(elf(object));
    assertThat(ours.remarks()).isEmpty();
    LinkedProgram theirs = linkedByLd(object, ours, input);
    for (Program.Range section : ours.sections()) {
      if (section.size() > 0) {
        assertThat(content(ours, section)).as(section.name()).isEqualTo(content(theirs, section));
      }
    }
    for (Symbol symbol : ours.symbols()) {
      if (symbol.kind() != Symbol.Kind.EXTERNAL) {
        assertThat(theirs.symbolsAt(symbol.address())).contains(symbol);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aarch64-linux-gnu", "arm-linux-gnueabihf"})
  void pointersLeadToWhatTheyName(String target) throws IOException {
    Program program = Linker.program(elf(compile(List.of(target, "c", SOURCE, "-O1"))));
    long ops = program.named("ops").getFirst().address();
    int word = program.architecture().pointerSize();
    Symbol run = program.symbolsAt(program.pointer(ops)).getFirst();
    assertThat(run.name()).isEqualTo("maybe");
    assertThat(run.kind()).isEqualTo(Symbol.Kind.FUNCTION);
    assertThat(program.isCode(run.address())).isTrue();
    assertThat(program.function(run.address() + 4)).contains(run);
    long text = program.pointer(program.pointer(ops + word));
    assertThat(program.at(text).orElseThrow().string(0)).isEqualTo("two");
    Symbol table = program.symbolsAt(program.pointer(ops + 2L * word) - 20).getFirst();
    assertThat(table)
        .extracting(Symbol::name, Symbol::kind)
        .containsExactly("table", Symbol.Kind.EXTERNAL);
    assertThat(program.at(table.address())).isEmpty();
    assertThat(program.pointer(program.named("zero").getFirst().address())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aarch64-linux-gnu", "arm-linux-gnueabihf"})
  void objectsResolveEachOther(String target) throws IOException {
    Path needs = compile(List.of(target, "c", SOURCE, "-O1"));
    Path object =
        source("b.c", "char table[64]; __attribute__((weak)) int other(void) { return 1; }");
    Tool.of(target + "-gcc").run(directory, "-c", "-o", "b.o", object.toString());
    source("c.c", "int other(void) { return 2; }");
    Tool.of(target + "-gcc").run(directory, "-c", "-o", "c.o", "c.c");
    LinkedProgram program =
        Linker.link(
            "abc",
            List.of(elf(needs), elf(directory.resolve("b.o")), elf(directory.resolve("c.o"))));
    assertThat(program.symbols()).noneMatch(s -> s.kind() == Symbol.Kind.EXTERNAL);
    long ops = program.named("ops").getFirst().address();
    long middle = program.pointer(ops + 2L * program.architecture().pointerSize());
    assertThat(program.symbolsAt(middle - 20)).extracting(Symbol::name).containsExactly("table");
    assertThat(program.named("other")).hasSize(2);
    assertThat(program.object(ops)).hasValue(0);
    assertThat(program.object(program.named("table").getFirst().address() + 63)).hasValue(1);
    assertThat(program.object(0)).isEmpty();
  }

  /**
   * Code loads a constant of its own object however much code others have; ld's script sees to it
   * too.
   */
  @Test
  void literalsStayNear() throws IOException {
    String near =
        """
        f:      ldr     x0, literal
                ret
                .section .rodata,"a"
        literal: .quad  0x123456789
        """;
    source("large.s", "g: .fill 0x80000, 4, 0xd503201f\n");
    Tool.of("aarch64-linux-gnu-as").run(directory, "-o", "large.o", "large.s");
    Path object = compile(List.of("aarch64-linux-gnu", "s", near, "-mabi=lp64"));
    ElfFile large = elf(directory.resolve("large.o"));
    LinkedProgram program = Linker.link("abc", List.of(elf(object), large, large));
    assertThat(program.remarks()).isEmpty();
    long f = program.named("f").getFirst().address();
    long literal = f + ((long) program.at(f).orElseThrow().s32(0) << 40 >> 45) * 4;
    assertThat(program.pointer(literal)).isEqualTo(0x123456789L);
  }

  /** A number that the linker script defines is not a place, and no place of ours fits it. */
  @ParameterizedTest
  @CsvSource({"aarch64-linux-gnu,.word size", "arm-linux-gnueabihf,.hword size"})
  void unknownNumbers(String target, String number) throws IOException {
    Path object = compile(List.of(target, "s", number + "\n", "--warn"));
    assertThat(Linker.program(elf(object)).remarks()).isEmpty();
  }

  @Test
  void whatDoesNotReachIsTold() throws IOException {
    String source =
        """
        f:      ldr     x0, literal
                ret
                .fill   0x80000, 4, 0xd503201f
                .section .rodata,"a"
        literal: .quad  8
        """;
    Path object = compile(List.of("aarch64-linux-gnu", "s", source, "-mabi=lp64"));
    assertThat(Linker.program(elf(object)).remarks())
        .containsExactly(object + ": 1 relocations of type 273 do not reach their symbols");
  }

  /** What is weak and not hidden is reached through a table of addresses. */
  @Test
  void throughTheGlobalOffsetTable() throws IOException {
    String source =
        """
        f:      adrp    x0, :got:outside
                ldr     x0, [x0, :got_lo12:outside]
                ret
        """;
    LinkedProgram program =
        Linker.program(elf(compile(List.of("aarch64-linux-gnu", "s", source, "-mabi=lp64"))));
    assertThat(program.remarks()).isEmpty();
    Bytes code = program.at(program.named("f").getFirst().address()).orElseThrow();
    long f = program.named("f").getFirst().address();
    long pages = code.u32(0) >>> 29 & 3 | code.u32(0) >>> 3 & 0x1ffffc;
    long slot = (f & -4096) + (pages << 43 >> 31) + (code.u32(4) >>> 10 & 0xfff) * 8;
    assertThat(program.symbolsAt(program.pointer(slot)))
        .extracting(Symbol::name)
        .containsExactly("outside");
  }

  private Path compile(List<String> input) throws IOException {
    String name = "a." + input.get(1);
    source(name, input.get(2));
    if (input.get(1).equals("s")) {
      Tool.of(input.get(0) + "-as").run(directory, input.get(3), "-o", "a.o", name);
    } else {
      // As the kernel is compiled: nothing through a table of addresses.
      Tool.of(input.get(0) + "-gcc")
          .run(directory, "-O1", "-fno-pic", "-ffreestanding", input.get(3), "-c", name);
    }
    return directory.resolve("a.o");
  }

  /** Each section where we have it, what is not defined where we have that. */
  private LinkedProgram linkedByLd(Path object, Program ours, List<String> input)
      throws IOException {
    StringBuilder script = new StringBuilder("SECTIONS {\n");
    for (Program.Range section : ours.sections()) {
      String name = section.name();
      script.append("%s 0x%x : { *(%s) }\n".formatted(name, section.start(), name));
    }
    script.append("/DISCARD/ : { *(.comment) }\n}\n");
    source("script.ld", script.toString());
    List<String> arguments = new ArrayList<>(List.of("-T", "script.ld", "-o", "linked", "-e", "0"));
    arguments.add(input.contains("-mbig-endian") ? "-EB" : "-EL");
    for (Symbol symbol : ours.symbols()) {
      if (symbol.kind() == Symbol.Kind.EXTERNAL) {
        arguments.add("--defsym=%s=0x%x".formatted(symbol.name(), symbol.address()));
      }
    }
    arguments.add(object.toString());
    Tool.of(input.getFirst() + "-ld").run(directory, arguments.toArray(String[]::new));
    return Linker.program(elf(directory.resolve("linked")));
  }

  private static byte[] content(Program program, Program.Range range) {
    Bytes bytes = program.at(range.start()).orElseThrow();
    return bytes.copy(0, Math.min(bytes.size(), range.size()));
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static ElfFile elf(Path file) throws IOException {
    return ElfFile.read(Bytes.of(file));
  }
}
