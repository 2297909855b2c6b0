package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.ElfSymbol;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.reclaim.admit.Region;
import java.util.HashMap;
import java.util.Map;

/** The table of units in a linked kernel, read as the kernel reads it. */
final class UnitTable {
  private static final int ENTRY = 40;
  private static final int FIELD = 4;

  private final ElfFile vmlinux;
  private final Map<String, Long> symbols = new HashMap<>();

  UnitTable(ElfFile vmlinux) {
    this.vmlinux = vmlinux;
    for (ElfSymbol symbol : vmlinux.symbols().list()) {
      if (symbol.name().startsWith("__unprobed_")) {
        symbols.put(symbol.name(), symbol.value());
      }
    }
  }

  /** Whether the kernel was built with the option, and has a table with units. */
  boolean isThere() {
    return symbols.containsKey("__unprobed_units_start") && units() > 0;
  }

  /** How many units there are; one more entry tells where the last ends. */
  int units() {
    long size = symbol("__unprobed_units_end") - symbol("__unprobed_units_start");
    return (int) (size / ENTRY) - 1;
  }

  /** KBUILD_MODFILE. */
  String name(int rank) {
    return at(target(entry(rank))).string(0);
  }

  /** Where a unit starts in a region, in bytes from the start of the region. */
  long start(int rank, Region region) {
    int field =
        switch (region) {
          case TEXT -> 1;
          case RODATA -> 2;
          case DATA -> 3;
          case BSS -> 4;
        };
    return target(entry(rank) + (long) FIELD * field) - base(region);
  }

  /** The address of a region. */
  long base(Region region) {
    return symbol("__unprobed_" + region.lowerCaseName() + "_start");
  }

  private long entry(int rank) {
    return symbol("__unprobed_units_start") + (long) rank * ENTRY;
  }

  private long target(long field) {
    return field + at(field).s32(0);
  }

  private Bytes at(long address) {
    for (Section section : vmlinux.sections()) {
      if (section.isAllocated()
          && section.isInFile()
          && address >= section.address()
          && address < section.address() + section.size()) {
        return vmlinux.content(section).from(address - section.address());
      }
    }
    throw vmlinux.bytes().malformed(0, "no-such-address", "nothing is at %#x".formatted(address));
  }

  private long symbol(String name) {
    Long value = symbols.get(name);
    if (value == null) {
      throw vmlinux
          .bytes()
          .malformed(0, "no-unprobed", "it has no " + name + ": CONFIG_UNPROBED is off");
    }
    return value;
  }
}
