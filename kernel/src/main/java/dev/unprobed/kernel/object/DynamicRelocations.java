package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.RelocationTable;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Memory;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What a relocatable kernel does to itself at boot, for the addresses it was linked for. RELR needs
 * nothing: its addends are those pointers already.
 */
final class DynamicRelocations {
  private final ElfFile file;
  private final Memory memory;
  private final Architecture architecture;
  private final Relocator relocator;
  private final List<String> remarks;
  private final Unapplied unapplied = new Unapplied();
  private final IdentityHashMap<Memory.Part, ByteBuffer> changed = new IdentityHashMap<>();

  DynamicRelocations(ElfFile file, Memory memory, Architecture architecture, List<String> remarks) {
    this.file = file;
    this.memory = memory;
    this.architecture = architecture;
    this.relocator = Relocator.of(architecture);
    this.remarks = remarks;
  }

  /** Tables that are not in memory were for the linker, and it has applied them. */
  Memory apply() {
    file.relocations().stream().filter(t -> t.section().isAllocated()).forEach(this::apply);
    unapplied.addRemarks(file.bytes().path(), remarks);
    if (changed.isEmpty()) {
      return memory;
    }
    List<Memory.Part> parts = new ArrayList<>();
    for (Memory.Part part : memory.parts()) {
      ByteBuffer buffer = changed.get(part);
      Bytes content =
          buffer == null
              ? part.content()
              : Bytes.of(file.bytes().path(), MemorySegment.ofBuffer(buffer))
                  .in(file.header().order());
      parts.add(new Memory.Part(part.name(), part.start(), part.size(), part.isCode(), content));
    }
    return Memory.of(parts, architecture);
  }

  private void apply(RelocationTable table) {
    SymbolTable symbols = file.dynamicSymbols();
    for (int i = 0; i < table.count(); i++) {
      int type = relativeType(table.type(i));
      int width = relocator.width(type);
      Memory.Part part = memory.part(table.offset(i)).orElse(null);
      if (width <= 0 || part == null) {
        unapplied.unknown(type, part == null ? 0 : width);
        continue;
      }
      long offset = table.offset(i) - part.start();
      if (!part.content().has(offset, width)) {
        throw table.malformed(i, "bad-relocation", "this is for a place outside of its section");
      }
      ByteBuffer content = writable(part);
      long addend =
          table.hasAddends() ? table.addend(i) : relocator.addend(type, content, (int) offset);
      int symbol = table.symbol(i);
      long value = addend + (symbol == 0 ? 0 : symbols.value(symbol));
      relocator.apply(type, content, (int) offset, value, table.offset(i));
    }
  }

  /** A relative one is the distance from where it was linked for to where it runs: none here. */
  private int relativeType(int type) {
    return switch (architecture) {
      case ARM -> type == 23 ? 2 : type;
      case ARM64 -> type == 1027 ? 257 : type;
    };
  }

  private ByteBuffer writable(Memory.Part part) {
    return changed.computeIfAbsent(
        part, p -> ByteBuffer.wrap(p.content().copy()).order(file.header().order()));
  }
}
