package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.Segment;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Memory;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.program.SymbolIndex;
import java.util.ArrayList;
import java.util.List;

/** Makes a program of a linked file, such as vmlinux, as it is after it has relocated itself. */
final class Loader {
  private final ElfFile file;
  private final Architecture architecture;
  private final List<String> remarks = new ArrayList<>();

  Loader(ElfFile file, Architecture architecture) {
    this.file = file;
    this.architecture = architecture;
  }

  LinkedProgram program() {
    boolean hasSections = file.sections().stream().anyMatch(Section::isAllocated);
    Memory linked = Memory.of(hasSections ? sections() : segments(), architecture);
    Memory memory = new DynamicRelocations(file, linked, architecture, remarks).apply();
    return new LinkedProgram(
        file.bytes().path(),
        architecture,
        memory,
        SymbolIndex.of(symbols()),
        new Owners(),
        remarks);
  }

  private List<Memory.Part> sections() {
    return file.sections().stream()
        .filter(s -> s.isAllocated() && s.type() != Elf.SHT_NULL)
        .map(s -> new Memory.Part(s.name(), s.address(), s.size(), s.isCode(), file.content(s)))
        .toList();
  }

  private List<Memory.Part> segments() {
    return file.segments().stream()
        .filter(s -> s.type() == Elf.PT_LOAD)
        .map(s -> new Memory.Part("", s.address(), s.memorySize(), s.isCode(), content(s)))
        .toList();
  }

  private Bytes content(Segment segment) {
    long size = Math.min(segment.fileSize(), segment.memorySize());
    return file.bytes().slice(segment.offset(), size);
  }

  private List<Symbol> symbols() {
    SymbolTable table = file.symbols();
    NameBudget names = new NameBudget(table);
    List<Symbol> symbols = new ArrayList<>(table.count());
    for (int i = 1; i < table.count(); i++) {
      if (!table.isUndefined(i) && !table.isReserved(i)) {
        Section section = file.section(table.section(i));
        String name = names.name(i);
        if (section.isAllocated() && ObjectSymbols.isNamed(table, i, name)) {
          Symbol.Kind kind = ObjectSymbols.kind(table.type(i), section);
          symbols.add(new Symbol(name, table.value(i), table.size(i), kind));
        }
      }
    }
    return symbols;
  }
}
