package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.RelocationTable;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import java.util.HashSet;
import java.util.Set;

/**
 * Room for far calls in a module for arm64 (arch/arm64/kernel/module-plts.c): the module has empty
 * sections for them, which its loader gives a stub for each different call that leaves its section,
 * and one more.
 */
final class ModuleStubs {
  private static final Set<String> SECTIONS =
      Set.of(".plt", ".init.plt", ".text.ftrace_trampoline");

  private static final int STUB = 12;
  private static final int R_AARCH64_JUMP26 = 282;
  private static final int R_AARCH64_CALL26 = 283;

  private final ElfFile module;

  ModuleStubs(ElfFile module) {
    this.module = module;
  }

  /** Whether the loader decides how large the section is. */
  boolean applies(Section section) {
    return module.header().machine() == Elf.EM_AARCH64 && SECTIONS.contains(section.name());
  }

  /** What a section that {@link #applies} takes once it is loaded. */
  long size(Section section) {
    return switch (section.name()) {
      case ".plt" -> (calls(false) + 1) * STUB;
      case ".init.plt" -> (calls(true) + 1) * STUB;
      default -> STUB;
    };
  }

  /** In bytes; stubs for calls begin on a line of the cache. */
  long alignment(Section section) {
    return section.name().endsWith(".plt") ? 64 : 4;
  }

  private record Call(int type, int symbol) {}

  private long calls(boolean initial) {
    long calls = 0;
    for (RelocationTable table : module.relocations()) {
      Section target = module.section(table.section().info());
      if (target.isCode() && ModuleLayout.isInit(target) == initial) {
        calls += calls(table, target);
      }
    }
    return calls;
  }

  /** Equal ones of one section share a stub, unless they lead somewhere into a function. */
  private long calls(RelocationTable table, Section target) {
    SymbolTable symbols = module.symbols();
    Set<Call> seen = new HashSet<>();
    long calls = 0;
    for (int i = 0; i < table.count(); i++) {
      int type = table.type(i);
      boolean call = type == R_AARCH64_CALL26 || type == R_AARCH64_JUMP26;
      if (call && symbols.section(table.symbol(i)) != target.index()) {
        boolean first = seen.add(new Call(type, table.symbol(i)));
        calls += first || table.addend(i) != 0 ? 1 : 0;
      }
    }
    return calls;
  }
}
