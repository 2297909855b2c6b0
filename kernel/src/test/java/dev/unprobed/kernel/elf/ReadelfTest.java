package dev.unprobed.kernel.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of both classes and both orders, as readelf sees them. */
public class ReadelfTest {
  private static final String SOURCE =
      """
      extern int other(const char *);
      static const char *const names[] = { "one", "two", "three" };
      static int counter = 3;
      int common[7];
      __attribute__((weak)) int maybe(int i) { return other(names[i]) + counter++; }
      __attribute__((section(".init.text"))) int start(void) { return maybe(common[2]); }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aarch64-linux-gnu-gcc -mlittle-endian",
        "aarch64-linux-gnu-gcc -mbig-endian",
        "arm-linux-gnueabihf-gcc -mlittle-endian",
        "arm-linux-gnueabihf-gcc -mbig-endian",
        "gcc",
      })
  void object(String compiler) throws IOException {
    Path source = Files.writeString(directory.resolve("a.c"), SOURCE);
    Tool.of(compiler.split(" ")).run(directory, "-g", "-O1", "-fcommon", "-c", source.toString());
    assertSame(directory.resolve("a.o"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aarch64-linux-gnu-gcc", "arm-linux-gnueabihf-gcc"})
  void linked(String compiler) throws IOException {
    Path source = Files.writeString(directory.resolve("a.c"), SOURCE);
    Tool.of(compiler)
        .run(directory, "-nostdlib", "-shared", "-fPIC", "-o", "a.so", source.toString());
    assertSame(directory.resolve("a.so"));
    assertThat(elf(directory.resolve("a.so")).segments()).isNotEmpty();
  }

  @Test
  void moreSectionsThanFitInto16Bits() throws IOException {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 66_000; i++) {
      source.append(".section s").append(i).append(",\"a\"\nl").append(i).append(":.byte 1\n");
    }
    Path file = Files.writeString(directory.resolve("many.s"), source);
    Tool.of("aarch64-linux-gnu-as").run(directory, "-o", "many.o", file.toString());
    assertSame(directory.resolve("many.o"));
  }

  @Test
  void groups() throws IOException {
    Path source =
        Files.writeString(
            directory.resolve("g.s"),
            """
            .section .text.f,"axG",%progbits,f,comdat
            f: .word 1
            .section .data.f,"awG",%progbits,f,comdat
            .word 2
            """);
    Tool.of("arm-linux-gnueabihf-as").run(directory, "-o", "g.o", source.toString());
    ElfFile elf = elf(directory.resolve("g.o"));
    assertThat(elf.groups())
        .singleElement()
        .satisfies(group -> {
          assertThat(group.signature()).isEqualTo("f");
          assertThat(group.comdat()).isTrue();
          assertThat(group.members())
              .map(elf::section)
              .map(Section::name)
              .containsExactly(".text.f", ".data.f");
          assertThat(group.members()).map(elf::section).allMatch(Section::isGrouped);
        });
  }

  /** How many lines of readelf's were the same as ours. */
  public static int assertSame(Path file) throws IOException {
    ElfFile elf = elf(file);
    Readelf theirs = Readelf.of(file);
    List<String> sections = Readelf.sections(elf);
    List<String> symbols = Readelf.symbols(elf);
    List<String> relocations = Readelf.relocations(elf);
    assertSame(file + ": sections", sections, theirs.sections());
    assertSame(file + ": symbols", symbols, theirs.symbols());
    assertSame(file + ": relocations", relocations, theirs.relocations());
    return sections.size() + symbols.size() + relocations.size();
  }

  /** The first that differ say more than all of them. */
  private static void assertSame(String what, List<String> ours, List<String> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      assertThat(ours.get(i)).as(what).isEqualTo(theirs.get(i));
    }
    assertThat(ours).as(what).hasSameSizeAs(theirs);
  }

  private static ElfFile elf(Path file) throws IOException {
    return ElfFile.read(Bytes.of(file));
  }
}
