package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.RelocationTable;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.program.Memory;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object on its way into a program: where its sections and symbols are. */
final class PlacedObject {
  /** The address of what is not in memory. */
  static final long NOWHERE = 0;

  private final ElfFile file;
  private final SymbolTable symbols;
  private final NameBudget names;
  private final long[] sectionAddresses;

  /** Of each symbol, by its index. */
  private final long[] symbolAddresses;

  private final @Nullable ByteBuffer[] relocated;

  PlacedObject(ElfFile file) {
    this.file = file;
    this.symbols = file.symbols();
    this.names = new NameBudget(symbols);
    this.sectionAddresses = new long[file.sections().size()];
    this.symbolAddresses = new long[symbols.count()];
    this.relocated = new ByteBuffer[sectionAddresses.length];
  }

  ElfFile file() {
    return file;
  }

  SymbolTable symbols() {
    return symbols;
  }

  String name(int symbol) {
    return names.name(symbol);
  }

  long undefinedCount() {
    long count = 0;
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.isUndefined(i)) {
        count++;
      }
    }
    return count;
  }

  void place(Addresses addresses, boolean code) {
    for (Section section : file.sections()) {
      if (section.isAllocated() && section.isCode() == code && section.type() != Elf.SHT_NULL) {
        sectionAddresses[section.index()] =
            addresses.section(
                section.size(), section.alignment(), file.bytes(), file.header().sectionOffset());
      }
    }
  }

  /** Those defined in sections that are in memory, and absolute ones; others stay nowhere. */
  void placeSymbols() {
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.isReserved(i)) {
        symbolAddresses[i] = symbols.section(i) == Elf.SHN_ABS ? symbols.value(i) : NOWHERE;
      } else if (!symbols.isUndefined(i)) {
        long start = sectionAddresses[file.section(symbols.section(i)).index()];
        symbolAddresses[i] = start == NOWHERE ? NOWHERE : start + symbols.value(i);
      }
    }
  }

  long address(int symbol) {
    return symbolAddresses[symbol];
  }

  void place(int symbol, long address) {
    symbolAddresses[symbol] = address;
  }

  /** Its sections in memory, relocated. */
  void relocate(Relocator relocator, GlobalOffsets offsets, Unapplied unapplied) {
    for (Section section : file.sections()) {
      boolean isTable = section.type() == Elf.SHT_RELA || section.type() == Elf.SHT_REL;
      if (isTable && section.info() != 0) {
        Section target = file.section(section.info());
        if (sectionAddresses[target.index()] != NOWHERE && target.isInFile()) {
          relocate(file.relocations(section), target, relocator, offsets, unapplied);
        }
      }
    }
  }

  private void relocate(
      RelocationTable table,
      Section section,
      Relocator relocator,
      GlobalOffsets offsets,
      Unapplied unapplied) {
    ByteBuffer content = writable(section);
    long start = sectionAddresses[section.index()];
    for (int i = 0; i < table.count(); i++) {
      int type = table.type(i);
      int width = relocator.width(type);
      long offset = table.offset(i);
      if (width <= 0) {
        unapplied.unknown(type, width);
        continue;
      }
      if (offset < 0 || offset > content.capacity() - width) {
        throw table.malformed(i, "bad-relocation", "this is for a place outside of its section");
      }
      long addend =
          table.hasAddends() ? table.addend(i) : relocator.addend(type, content, (int) offset);
      long target = symbolAddress(table, i) + addend;
      long value = relocator.isThroughTable(type) ? offsets.slot(target) : target;
      boolean fits = relocator.apply(type, content, (int) offset, value, start + offset);
      if (!fits && !isUnknownNumber(relocator, table, i)) {
        unapplied.tooFar(type);
      }
    }
  }

  /** What the linker script defines, such as the size of the image, has no value yet. */
  private boolean isUnknownNumber(Relocator relocator, RelocationTable table, int index) {
    return relocator.isNumber(table.type(index)) && symbols.isUndefined(table.symbol(index));
  }

  private long symbolAddress(RelocationTable table, int index) {
    int symbol = table.symbol(index);
    if (symbol < 0 || symbol >= symbolAddresses.length) {
      throw table.malformed(index, "bad-relocation", "there is no symbol " + symbol);
    }
    return symbolAddresses[symbol];
  }

  private ByteBuffer writable(Section section) {
    ByteBuffer known = relocated[section.index()];
    if (known == null) {
      known = ByteBuffer.wrap(file.content(section).copy()).order(file.header().order());
      relocated[section.index()] = known;
    }
    return known;
  }

  /** Its sections in memory. */
  List<Memory.Part> parts() {
    List<Memory.Part> parts = new ArrayList<>();
    for (Section section : file.sections()) {
      long start = sectionAddresses[section.index()];
      if (start != NOWHERE) {
        parts.add(
            new Memory.Part(
                section.name(), start, section.size(), section.isCode(), content(section)));
      }
    }
    return parts;
  }

  private Bytes content(Section section) {
    ByteBuffer changed = relocated[section.index()];
    return changed == null
        ? file.content(section)
        : Bytes.of(file.bytes().path(), MemorySegment.ofBuffer(changed)).in(file.header().order());
  }
}
