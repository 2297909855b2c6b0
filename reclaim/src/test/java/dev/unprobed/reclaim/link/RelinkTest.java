package dev.unprobed.reclaim.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unprobed.kernel.KernelReader;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.ElfSymbol;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Compiler;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.admit.SmallTree;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.layout.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units of a small tree, linked by the real linker with a script of the same form. */
class RelinkTest {
  private static final String SCRIPT =
      """
      SECTIONS {
        . = 0x40010000;
        .text : { *(.text .text.*) *(.init.text) }
        .rodata : { *(.rodata .rodata.*) }
        .unprobed.tables : {
          *(SORT_BY_NAME(.unprobed.exits.*)) . = ALIGN(4); *(SORT_BY_NAME(.unprobed.inits.*))
          . = ALIGN(4); __unprobed_units_start = .; *(.unprobed.units) __unprobed_units_end = .;
          __unprobed_makers_start = .; *(.unprobed.makers) __unprobed_makers_end = .;
          *(.unprobed.names)
        }
        REGION(text) REGION(rodata)
        .data : { *(.data .data.*) }
        REGION(data)
        .bss : { *(.bss) }
        REGION(bss)
        /DISCARD/ : { *(.note.*) *(.comment) *(.eh_frame) *(.exitcall.exit) }
      }
      """
          .replaceAll(
              "REGION\\((\\w+)\\)",
              ". = ALIGN(4096); .unprobed.$1 : { __unprobed_$1_start = .;"
                  + " *(SORT_BY_NAME(.unprobed.$1.*)) . = ALIGN(4096); }");

  @TempDir Path directory;
  private SmallTree tree;

  @BeforeEach
  void build() throws IOException {
    tree =
        SmallTree.at(directory)
            .unit(
                "drivers/a",
                """
                WHOLE(first, "x,first")
                char a_used[100];
                const char *a_own(void) { a_used[3] = 1; return "only a says this"; }
                const char *a_shared(void) { return "both say this here"; }
                const char *a_end(void) { return "is own, and long enough" + 8; }
                """)
            .unit(
                "drivers/b",
                """
                WHOLE(second, "x,second")
                const char *const b_texts[] = { "both say this here", "only b says this" };
                """)
            .file("init/.main.o.cmd", "savedcmd_init/main.o := aarch64-linux-gnu-gcc -c -o x\n")
            .file(".vmlinux.a.cmd", "cmd_vmlinux.a := aarch64-linux-gnu-ar cDPrST vmlinux.a x\n")
            .file("script", SCRIPT);
    tree.verdicts();
  }

  @Test
  void liesWhereTheLayoutSays() throws Exception {
    Relink relink = relink();
    Layout layout = Layout.of(reversed(relink.candidates()));
    assertThat(layout.units()).extracting(c -> c.unit().path()).contains("drivers/a", "drivers/b");
    relink.write(layout);
    link("vmlinux");
    relink.verify(layout);
    BuiltLayout built = BuiltLayout.of(directory).orElseThrow();
    assertThat(built.units()).isEqualTo(layout.units().stream().map(c -> c.unit().path()).toList());
    assertThat(built.freed(Set.copyOf(built.units()), 16))
        .isEqualTo(layout.freed(Set.copyOf(built.units()), 16))
        .isPositive();
    assertThatThrownBy(() -> relink.verify(Layout.of(relink.candidates())))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("starts at");
  }

  @Test
  void unitsCanHavePagesOfTheirOwn() throws Exception {
    Relink relink = relink();
    Layout layout = Layout.of(reversed(relink.candidates()), 4096);
    relink.write(layout);
    link("vmlinux");
    relink.verify(layout);
    assertThat(layout.start(1, Region.TEXT) % 4096).isEqualTo(0);
    assertThat(layout.start(1, Region.TEXT)).isPositive();
  }

  @Test
  void stringsAreTheSameWhereverTheyAre() throws Exception {
    Relink relink = relink();
    relink.write(Layout.of(relink.candidates()));
    link("vmlinux");
    ElfFile vmlinux = vmlinux();
    long texts = symbol(vmlinux, "b_texts").value();
    long shared = at(vmlinux, texts).u64(0);
    long own = at(vmlinux, texts).u64(8);
    assertThat(at(vmlinux, shared).string(0)).isEqualTo("both say this here");
    assertThat(at(vmlinux, own).string(0)).isEqualTo("only b says this");
    assertThat(section(vmlinux, shared).name()).isEqualTo(".rodata");
    assertThat(section(vmlinux, own).name()).isEqualTo(".unprobed.rodata");
    String whole = new String(vmlinux.bytes().copy(), java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(whole.split("both say this here", -1)).as("copies of it").hasSize(2);
    assertThat(whole.split("only a says this", -1)).hasSize(2);
  }

  /** What our functions return, read from the instructions that the linker has filled in. */
  @Test
  void codeFindsItsStrings() throws Exception {
    Relink relink = relink();
    relink.write(Layout.of(relink.candidates()));
    link("vmlinux");
    assertThat(returned("a_own")).isEqualTo("only a says this");
    assertThat(returned("a_shared")).isEqualTo("both say this here");
    assertThat(returned("a_end")).isEqualTo("and long enough");
  }

  @Test
  void toolsUnderstandWhatIsWritten() throws Exception {
    Relink relink = relink();
    relink.write(Layout.of(relink.candidates()));
    String said = Compiler.run(directory, "readelf", "-SrsW", "unprobed/objects/drivers/a.o");
    assertThat(said)
        .doesNotContain("readelf: ")
        .contains(".unprobed.text.0000", ".unprobed.exits.0000", ".unprobed.inits.0000")
        .contains("R_AARCH64_PREL32");
    Compiler.run(directory, "objdump", "-dr", "unprobed/objects/drivers/a.o");
    assertThat(Compiler.run(directory, "ar", "t", "unprobed/vmlinux.a").lines().count())
        .isEqualTo(Compiler.run(directory, "ar", "t", "vmlinux.a").lines().count() + 1);
  }

  @Test
  void writesOnlyWhatChanges() throws Exception {
    Relink relink = relink();
    Layout layout = Layout.of(relink.candidates());
    assertThat(relink.write(layout)).isGreaterThan(3);
    Path object = directory.resolve("unprobed/objects/drivers/a.o");
    FileTime time = Files.getLastModifiedTime(object);
    assertThat(relink().write(layout)).isEqualTo(0);
    assertThat(Files.getLastModifiedTime(object)).isEqualTo(time);
  }

  @Test
  void archiveIsAsArWritesIt() throws Exception {
    Relink relink = relink();
    relink.write(Layout.of(relink.candidates()));
    List<String> names =
        Compiler.run(directory.resolve("unprobed"), "ar", "tO", "vmlinux.a")
            .lines()
            .map(line -> line.replaceFirst(" .*", ""))
            .toList();
    List<String> arguments = new java.util.ArrayList<>(List.of("cDPrST", "real.a"));
    arguments.addAll(names);
    Compiler.run(directory.resolve("unprobed"), "ar", arguments.toArray(String[]::new));
    assertThat(directory.resolve("unprobed/vmlinux.a"))
        .hasSameBinaryContentAs(directory.resolve("unprobed/real.a"));
  }

  private Relink relink() throws IOException {
    BuildTree read = BuildTree.read(directory);
    List<Candidate> candidates =
        tree.verdicts().stream()
            .filter(Verdict.Admitted.class::isInstance)
            .map(v -> ((Verdict.Admitted) v).candidate())
            .toList();
    return Relink.of(read, KernelReader.read(directory), candidates);
  }

  private static List<Candidate> reversed(List<Candidate> units) {
    return units.stream()
        .sorted(Comparator.comparing((Candidate c) -> c.unit().path()).reversed())
        .toList();
  }

  private void link(String output) {
    Compiler.run(
        directory,
        "ld",
        "-T",
        "script",
        "-o",
        output,
        "--whole-archive",
        "unprobed/vmlinux.a",
        "-e",
        "0");
  }

  private ElfFile vmlinux() throws IOException {
    return ElfFile.read(Bytes.of(directory.resolve("vmlinux")));
  }

  /** ADRP and ADD of x0, as GCC has them in a function that returns the address of a string. */
  private String returned(String function) throws IOException {
    ElfFile vmlinux = vmlinux();
    long at = symbol(vmlinux, function).value();
    long page = 0;
    for (; ; at += 4) {
      int instruction = at(vmlinux, at).s32(0);
      if ((instruction & 0x9f00001f) == 0x90000000) {
        long pages = (long) ((instruction >> 5 & 0x7ffff) << 2 | instruction >> 29 & 3);
        page = (at & -4096) + (pages << 43 >> 43) * 4096;
      } else if ((instruction & 0xffc003ff) == 0x91000000) {
        return at(vmlinux, page + (instruction >> 10 & 0xfff)).string(0);
      }
    }
  }

  private static ElfSymbol symbol(ElfFile file, String name) {
    return file.symbols().list().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Section section(ElfFile file, long address) {
    return file.sections().stream()
        .filter(s -> s.isAllocated() && address >= s.address())
        .filter(s -> address < s.address() + s.size())
        .findFirst()
        .orElseThrow();
  }

  private static Bytes at(ElfFile file, long address) {
    Section section = section(file, address);
    return file.content(section).from(address - section.address());
  }

  @Test
  void everyRegionHasAName() {
    for (Region region : Region.values()) {
      assertThat(SectionNames.of(region, 12)).endsWith(region.lowerCaseName() + ".00012");
    }
  }
}
