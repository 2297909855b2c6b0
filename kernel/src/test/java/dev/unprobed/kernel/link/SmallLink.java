package dev.unprobed.kernel.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Small sources with many strings, compiled and linked by a script that is laid out as a kernel's.
 */
public final class SmallLink {
  private static final String[] WORDS = {
    "clock", "reset", "gpio", "failed", "probe", "pl", "-ctrl", "%d\\n", " error ", "x", "_tail"
  };

  /** The script; one for arm64. */
  public static final String SCRIPT =
      """
      /* as in a kernel, only smaller */
      OUTPUT_ARCH(aarch64)
      ENTRY(_text)
      SIZE_OF_TABLE = 0x1000;
      SECTIONS
      {
       /DISCARD/ : { *(.discard) *(.discard.*) *(.comment) *(.note.GNU-stack) *(.eh_frame) }
       . = (-(1 << 38)) + 0x8000000;
       .head.text : { _text = .; KEEP(*(.head.text)) }
       .text : ALIGN(0x1000) {
        _stext = .; *(.text.hot .text.hot.*) *(.text .text.fixup)
        . = ALIGN(8); __special_start = .; *(.special.text) __special_end = .;
        . = ALIGN(16); *(.got)
       }
       . = ALIGN(0x1000); _etext = .;
       .rodata : AT(ADDR(.rodata) - 0) {
        *(.rodata) *(.rodata.*) . = ALIGN(32); __once = .; *(.data..ro_after_init)
       }
       __ksymtab : { __start___ksymtab = .; KEEP(*(SORT(___ksymtab+*))) __stop___ksymtab = .; }
       .notes : { *(.note.*) }
       table = .;
       . += SIZE_OF_TABLE;
       . = ALIGN(0x1000);
       __init_begin = .;
       .init.text : { *(.init.text .init.text.*) }
       .init.data : { *(.init.data) . = ALIGN(16); __setup = .; KEEP(*(.init.setup)) BYTE(0) }
       . = ALIGN(0x1000);
       __init_end = .;
       .data : {
        . = ALIGN(1 << 12); __start_stack = .; *(.data..stack) . = __start_stack + (1 << 13);
        *(.data) *(EXCLUDE_FILE(*unit3.o) .data.once) *(.data.once)
       }
       .unprobed.text : { *(SORT_BY_NAME(.unprobed.text.*)) }
       .unprobed.rodata : { *(SORT_BY_NAME(.unprobed.rodata.*)) }
       .pad : { BYTE(0); . = ALIGN(SIZE_OF_TABLE / 8); }
       _edata = .;
       .bss : { *(.bss) *(COMMON) }
       . = ALIGN(0x1000);
       _end = .;
       .symtab 0 : { *(.symtab) } .strtab 0 : { *(.strtab) } .shstrtab 0 : { *(.shstrtab) }
      }
      PROVIDE(__alias = _text);
      ASSERT(_text == (-(1 << 38)) + 0x8000000, "moved (to where?)")
      """;

  final List<LinkInput> inputs = new ArrayList<>();
  final ElfFile output;
  final LinkMap map;

  SmallLink(Path directory, Random random, int units, String... flags) throws IOException {
    List<String> names = compile(directory, random, units);
    Files.writeString(directory.resolve("all.lds"), SCRIPT);
    List<String> link = new ArrayList<>(Arrays.asList(flags));
    link.addAll(List.of("--script=all.lds", "-Map=all.map", "-o", "all"));
    link.addAll(names);
    Tool.of("aarch64-linux-gnu-ld").run(directory, link.toArray(String[]::new));
    for (String name : names) {
      inputs.add(new LinkInput(name, elf(directory.resolve(name))));
    }
    output = elf(directory.resolve("all"));
    map = LinkMap.parse(Files.readAllLines(directory.resolve("all.map")));
  }

  /** The names of the objects: head.o, unit0.o, unit1.o and so on. */
  public static List<String> compile(Path directory, Random random, int units) throws IOException {
    List<String> names = new ArrayList<>(List.of("head.o"));
    Files.writeString(directory.resolve("head.S"), head());
    for (int i = 0; i < units; i++) {
      Files.writeString(directory.resolve("unit" + i + ".c"), unit(i, random));
      names.add("unit" + i + ".o");
    }
    Tool.of("aarch64-linux-gnu-gcc", "-c", "-O2", "-ffreestanding", "-fno-pic")
        .run(directory, sources(names));
    return names;
  }

  static ElfFile elf(Path file) throws IOException {
    return ElfFile.read(Bytes.of(file.toString(), Files.readAllBytes(file)));
  }

  private static String[] sources(List<String> objects) {
    return objects.stream()
        .map(o -> o.replace(".o", o.startsWith("head") ? ".S" : ".c"))
        .toArray(String[]::new);
  }

  private static String head() {
    return """
    .section .head.text, "ax"
    .globl start
    start: b unit_0
    .word 0
    .section .special.text, "ax"
    local: ret
    .section .rodata.str1.1, "aMS", %progbits, 1
    .asciz "_tail"
    .section .rodata.str1.8, "aMS", %progbits, 1
    .balign 8
    .asciz "clock"
    .asciz "reset"
    .asciz "gpio error "
    .asciz " error "
    .section .init.setup, "a"
    .quad start
    .section .bss
    .balign 64
    .skip 100
    """;
  }

  private static String unit(int number, Random random) {
    StringBuilder text = new StringBuilder("void use(const void *p, ...);\n");
    text.append("int unit_%d(int n);\n".formatted(number));
    if (number == 0) {
      text.append("void use(const void *p, ...) { (void)p; }\n");
    }
    if (random.nextBoolean()) {
      text.append("static const long table[] = {1, 2, %d};\n".formatted(number));
      text.append("static int seen[%d];\n".formatted(random.nextInt(1, 50)));
    } else {
      text.append("static long table[%d] = {7};\n".formatted(random.nextInt(1, 9)));
      text.append("static char seen[%d];\n".formatted(random.nextInt(1, 5)));
    }
    text.append(in(".data.once", "static char once = 1"));
    text.append(in(".init.data", "static short early = 3"));
    text.append(in("___ksymtab+z%d".formatted(random.nextInt(1000)), "static const int e = 1"));
    text.append("int unit_%d(int n) {\n".formatted(number));
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append("  use(\"").append(words(random)).append("\", table, seen, n);\n");
    }
    text.append("  use(&once, &early, &e, L\"")
        .append(words(random))
        .append("\");\n  return n;\n}\n");
    text.append(in(".init.text", "int init_%d(void)".formatted(number)));
    text.append("int init_%d(void) { use(\"%s\"); return 0; }\n".formatted(number, words(random)));
    return text.toString();
  }

  private static String in(String section, String declaration) {
    return "__attribute__((section(\"%s\"), used)) %s;\n".formatted(section, declaration);
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      words.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }
}
