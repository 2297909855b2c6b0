package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Program.Range;
import dev.unprobed.kernel.program.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The functions that a program gives the kernel to call at boot (include/linux/init.h): those in
 * sections .initcallN.init, a module's init_module, or the table that an image still has.
 */
final class InitCalls {
  private static final String PREFIX = ".initcall";

  private final Program program;
  private final Functions functions;
  private final List<InitCall> found = new ArrayList<>();

  private InitCalls(Program program, Functions functions) {
    this.program = program;
    this.functions = functions;
  }

  static List<InitCall> of(Program program, Functions functions) {
    var search = new InitCalls(program, functions);
    search.sections();
    search.module();
    if (search.found.isEmpty()) {
      InitTable.find(program, functions).ifPresent(search::table);
    }
    return List.copyOf(search.found);
  }

  private void sections() {
    for (Range section : program.sections()) {
      if (section.name().startsWith(PREFIX)) {
        int level = level(section.name().substring(PREFIX.length()));
        range(section.start(), section.start() + section.size(), level);
      }
    }
  }

  /** Such as 6.init, 6s.init, rootfs.init or early.init. */
  private static int level(String name) {
    if (name.startsWith("rootfs")) {
      return 5;
    }
    char digit = name.isEmpty() ? '0' : name.charAt(0);
    return digit >= '0' && digit <= '7' ? digit - '0' : 0;
  }

  private void module() {
    for (Symbol symbol : program.named("init_module")) {
      if (symbol.kind() == Symbol.Kind.FUNCTION) {
        add(symbol.address(), 6);
      }
    }
  }

  private void table(InitTable table) {
    range(table.start(), table.levels()[0], 0);
    for (int level = 0; level < 8; level++) {
      range(table.levels()[level], table.levels()[level + 1], level);
    }
  }

  private void range(long start, long end, int level) {
    int size = entrySize(program.architecture());
    for (long at = start; at + size <= end; at += size) {
      entry(program, at).ifPresent(function -> add(function, level));
    }
  }

  private void add(long function, int level) {
    int index = functions.at(function);
    if (index >= 0) {
      found.add(new InitCall(function, functions.name(index), level, found.size()));
    }
  }

  /** Offsets from themselves where the architecture has them, else pointers. */
  static int entrySize(Architecture architecture) {
    return 4;
  }

  /** What the entry at an address leads to. */
  static Optional<Long> entry(Program program, long at) {
    return switch (program.architecture()) {
      case ARM64 -> program.at(at).filter(b -> b.has(0, 4)).map(b -> at + b.s32(0));
      case ARM -> Optional.of(program.pointer(at));
    };
  }
}
