package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.Section;
import java.util.List;

/**
 * The class of what a section of an object holds, by its flags and the conventions for its name.
 */
final class SectionClass {
  /** Sections of plain data; what else is neither code nor empty is a table. */
  private static final List<String> PLAIN =
      List.of(
          ".data",
          ".unprobed.data",
          ".ref.data",
          ".mmuoff.data",
          ".hyp.data",
          ".sdata",
          ".vectors",
          ".stubs");

  private static final List<String> CONSTANT =
      List.of(".data.rel.ro", ".rodata", ".unprobed.rodata");

  private static final List<String> BOOT =
      List.of(".init.data", ".init.rodata", ".init.bss", ".init.ramfs", ".meminit", ".dtb.init");

  private SectionClass() {}

  static ByteClass of(Section section) {
    String name = section.name();
    boolean init = name.startsWith(".init.") || name.startsWith(".meminit.");
    boolean exit = name.startsWith(".exit.") || name.startsWith(".memexit.");
    if (section.isCode()) {
      return init ? ByteClass.INIT : exit ? ByteClass.EXIT : ByteClass.TEXT;
    }
    if (name.contains(".data..percpu")) {
      return ByteClass.PERCPU;
    }
    if (starts(name, BOOT)) {
      return ByteClass.INIT;
    }
    if (section.type() == Elf.SHT_NOBITS) {
      return ByteClass.BSS;
    }
    return exit ? ByteClass.EXIT : data(section, name);
  }

  /** Of what the linker keeps once. */
  static ByteClass ofMerged(String name) {
    if (!name.contains("rodata")) {
      return ByteClass.TABLES;
    }
    return name.contains(".str") ? ByteClass.STRINGS : ByteClass.RODATA;
  }

  private static ByteClass data(Section section, String name) {
    if (starts(name, CONSTANT) || name.contains(".rodata.")) {
      boolean strings = section.isMergeable() && section.isStrings();
      return strings ? ByteClass.STRINGS : ByteClass.RODATA;
    }
    return starts(name, PLAIN) ? ByteClass.DATA : ByteClass.TABLES;
  }

  private static boolean starts(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
