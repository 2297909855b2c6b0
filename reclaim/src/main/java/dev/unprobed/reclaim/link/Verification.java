package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.ElfSymbol;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.reclaim.admit.Region;
import dev.unprobed.reclaim.layout.Layout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A linked kernel held against its layout: the table of units in it is read as the kernel reads it,
 * and each unit has to start where the layout says, to the byte.
 */
final class Verification {
  private static final int ENTRY = 40;

  private final ElfFile vmlinux;
  private final Layout layout;
  private final Map<String, Long> symbols = new HashMap<>();

  private Verification(ElfFile vmlinux, Layout layout) {
    this.vmlinux = vmlinux;
    this.layout = layout;
    for (ElfSymbol symbol : vmlinux.symbols().list()) {
      if (symbol.name().startsWith("__unprobed_")) {
        symbols.put(symbol.name(), symbol.value());
      }
    }
  }

  /** What is not as it should be is told as a {@link MalformedInput}. */
  static void of(Path file, Bytes bytes, Layout layout) {
    Verification verification = new Verification(ElfFile.read(bytes), layout);
    long start = verification.symbol("__unprobed_units_start");
    long count = (verification.symbol("__unprobed_units_end") - start) / ENTRY;
    if (count != layout.units().size() + 1) {
      throw wrong(file, "its table has " + (count - 1) + " units, not " + layout.units().size());
    }
    for (int rank = 0; rank <= layout.units().size(); rank++) {
      long field = start + (long) rank * ENTRY;
      for (Region region : Region.values()) {
        field += 4;
        verification.check(file, field, rank, region);
      }
    }
  }

  private void check(Path file, long field, int rank, Region region) {
    long found = field + at(field).s32(0);
    String name = region.lowerCaseName();
    long wanted = symbol("__unprobed_" + name + "_start") + layout.start(rank, region);
    if (found != wanted) {
      String unit =
          rank == layout.units().size() ? "the end" : layout.units().get(rank).unit().path();
      throw wrong(file, "%s starts at %#x in %s, not at %#x".formatted(unit, found, name, wanted));
    }
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

  private static MalformedInput wrong(Path file, String message) {
    return new MalformedInput(
        file.toString(),
        -1,
        "layout-differs",
        message,
        "build it again; if that does not help, " + "this is a mistake of ours");
  }
}
