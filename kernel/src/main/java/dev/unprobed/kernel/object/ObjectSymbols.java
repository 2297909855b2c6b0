package dev.unprobed.kernel.object;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.program.Symbol;

/** What the symbol types of ELF mean here. */
final class ObjectSymbols {
  private ObjectSymbols() {}

  /**
   * Whether the symbol is a name for people: not for a section, a file, a kind of code, or a label
   * that a compiler made up.
   */
  static boolean isNamed(SymbolTable symbols, int index, String name) {
    int type = symbols.type(index);
    return type != Elf.STT_SECTION
        && type != Elf.STT_FILE
        && !name.isEmpty()
        && !name.startsWith(".L")
        && !isMapping(name);
  }

  /** What assembly defines often has no type: then the section tells. */
  static Symbol.Kind kind(int type, Section section) {
    return switch (type) {
      case Elf.STT_FUNC -> Symbol.Kind.FUNCTION;
      case Elf.STT_NOTYPE -> section.isCode() ? Symbol.Kind.FUNCTION : Symbol.Kind.DATA;
      default -> Symbol.Kind.DATA;
    };
  }

  /** $a, $d, $t, $x and $x.foo: where code and data begin (ELF for the Arm Architecture). */
  private static boolean isMapping(String name) {
    return name.length() >= 2
        && name.charAt(0) == '$'
        && "adtx".indexOf(name.charAt(1)) >= 0
        && (name.length() == 2 || name.charAt(2) == '.');
  }
}
