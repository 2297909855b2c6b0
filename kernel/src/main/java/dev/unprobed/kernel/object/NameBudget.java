package dev.unprobed.kernel.object;

import dev.unprobed.kernel.elf.SymbolTable;

/**
 * Reads names as long as they stay in proportion to the table that they are in: names may overlap
 * there, so that a hostile file has far more of them than bytes.
 */
final class NameBudget {
  private final SymbolTable symbols;
  private long left;

  NameBudget(SymbolTable symbols) {
    this.symbols = symbols;
    this.left = 4 * symbols.names().size() + 64L * symbols.count();
  }

  String name(int index) {
    String name = symbols.name(index);
    left -= name.length();
    if (left < 0) {
      throw symbols.malformed(index, "too-many-names", "the names overlap too much to be true");
    }
    return name;
  }
}
