package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.Segment;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.link.Placement;
import dev.unprobed.kernel.link.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Writes the ledger of an uncompressed image from where the linker put everything. */
final class ImageLedger {
  /** Where relocations of a kind that the image applies itself are kept. */
  private static final String RELOCATIONS = ".rela.dyn";

  private final Placement placement;
  private final Owners owners;
  private final ElfFile linked;
  private final long fileSize;
  private final Interval freed;
  private final Tallies tallies = new Tallies();
  private final List<PlacedLedger.Place> places = new ArrayList<>();

  /**
   * @param linked vmlinux
   * @param fileSize of the image that objcopy made from it, in bytes
   */
  ImageLedger(Placement placement, Owners owners, ElfFile linked, long fileSize) {
    this.placement = placement;
    this.owners = owners;
    this.linked = linked;
    this.fileSize = fileSize;
    this.freed = new Interval(symbol("__init_begin"), symbol("__init_end"));
  }

  /** What objcopy -O binary makes: from the first byte to the last that is not only zero room. */
  static long fileSize(ElfFile linked) {
    long start = Long.MAX_VALUE;
    long end = 0;
    for (Segment segment : linked.segments()) {
      if (segment.type() == Elf.PT_LOAD && segment.fileSize() > 0) {
        start = end == 0 ? segment.physical() : Math.min(start, segment.physical());
        end = end == 0 ? segment.physical() : end;
        end = Math.max(end, segment.physical() + segment.fileSize());
      }
    }
    return end == 0 ? 0 : end - start;
  }

  PlacedLedger write(String path, List<String> remarks) {
    placement.stretches().forEach(this::add);
    long memory = placement.end() - placement.start();
    if (fileSize > memory) {
      tallies.add(new Owner.Unattributed(), ByteClass.OTHER, fileSize - memory, 0, 0);
    }
    return new PlacedLedger(
        new Ledger(path, fileSize, memory, tallies.entries(), remarks), List.copyOf(places));
  }

  private void add(Stretch stretch) {
    boolean wide = linked.header().wide();
    if (wide && stretch instanceof Stretch.Made made && made.output().equals(RELOCATIONS)) {
      addRelocations(made);
    } else {
      add(owners.owner(stretch), owners.what(stretch), stretch.address(), stretch.size());
    }
  }

  /** A relocation belongs to whoever has the word that it fills in. */
  private void addRelocations(Stretch.Made made) {
    Section section = linked.section(RELOCATIONS).orElseThrow();
    Bytes entries = linked.content(section);
    int size = 24;
    for (long at = 0; at < made.size(); at += size) {
      boolean whole = at + size <= Math.min(made.size(), entries.size());
      Owner owner = whole ? relocated(entries, at) : new Owner.Linker(RELOCATIONS);
      long bytes = Math.min(size, made.size() - at);
      add(owner, ByteClass.TABLES, made.address() + at, bytes);
    }
  }

  /**
   * The linker reserves an entry for each word that it thinks has to be filled in; those of
   * sections that were thrown away stay, and say nothing.
   */
  private Owner relocated(Bytes entries, long at) {
    if (entries.u64(at + 8) == 0) {
      return new Owner.Linker(RELOCATIONS + ", unused");
    }
    return placement.at(entries.u64(at)).map(owners::owner).orElse(new Owner.Linker(RELOCATIONS));
  }

  private void add(Owner owner, ByteClass what, long address, long size) {
    Interval file = new Interval(placement.start(), placement.start() + fileSize);
    long gone = freed.overlap(address, size);
    tallies.add(owner, what, file.overlap(address, size), size, gone);
    if (gone < size) {
      places.add(new PlacedLedger.Place(owner, what, address, size, size - gone));
    }
  }

  private long symbol(String name) {
    SymbolTable symbols = linked.symbols();
    for (int i = symbols.count() - 1; i > 0; i--) {
      if (symbols.name(i).equals(name)) {
        return symbols.value(i);
      }
    }
    return 0;
  }
}
