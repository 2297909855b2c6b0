package dev.unprobed.kernel.fuzz;

import dev.unprobed.kernel.archive.Archive;
import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.RelocationTable;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.modinfo.Modinfo;
import dev.unprobed.kernel.object.Linker;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Does all that can be done with a file; nothing but a refusal may come out. */
final class Victims {
  private Victims() {}

  static void elf(byte[] bytes) {
    refusedOrRead(() -> {
      ElfFile elf = ElfFile.read(Bytes.of("victim.o", bytes));
      for (Section section : elf.sections()) {
        refusedOrRead(() -> elf.content(section));
      }
      refusedOrRead(elf::segments);
      refusedOrRead(elf::groups);
      refusedOrRead(() -> Modinfo.of(elf).byModule());
      for (SymbolTable table : List.of(elf.symbols(), elf.dynamicSymbols())) {
        for (int i = 0; i < table.count(); i++) {
          int index = i;
          refusedOrRead(() -> table.symbol(index));
        }
      }
      for (RelocationTable table : elf.relocations()) {
        for (int i = 0; i < table.count(); i++) {
          table.offset(i);
          table.type(i);
          table.symbol(i);
          table.addend(i);
        }
      }
    });
  }

  static void program(byte[] bytes) {
    refusedOrRead(() -> {
      ElfFile elf = ElfFile.read(Bytes.of("victim.o", bytes));
      Program program = Linker.program(elf);
      for (Symbol symbol : program.symbols()) {
        program.at(symbol.address());
        program.pointer(symbol.address());
        program.function(symbol.address() + 1);
        Assertions.assertTrue(program.symbolsAt(symbol.address()).contains(symbol));
        Assertions.assertTrue(program.named(symbol.name()).contains(symbol));
      }
      for (Program.Range section : program.sections()) {
        program.at(section.start()).ifPresent(content -> content.has(0, 1));
        program.pointer(section.start() + section.size() - 1);
      }
      refusedOrRead(() -> Linker.link("two", List.of(elf, elf)));
    });
  }

  static void archive(byte[] bytes) {
    refusedOrRead(() -> {
      Archive archive = Archive.read(Bytes.of("victim.a", bytes));
      archive.members().forEach(member -> member.content().size());
    });
  }

  private static void refusedOrRead(Runnable use) {
    try {
      use.run();
    } catch (MalformedInput refused) {
      Assertions.assertTrue(refused.offset() >= -1, refused.check());
    }
  }
}
