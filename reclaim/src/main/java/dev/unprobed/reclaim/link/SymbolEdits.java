package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.elf.Elf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * New local symbols for a symbol table of ELFCLASS64. Locals stand before globals (gABI, Symbol
 * Table), so the numbers of globals grow. Until then a new symbol has a negative number.
 */
final class SymbolEdits {
  static final int SIZE = 24;

  private final int firstGlobal;
  private final ByteOrder order;
  private final List<byte[]> added = new ArrayList<>();

  SymbolEdits(int firstGlobal, ByteOrder order) {
    this.firstGlobal = firstGlobal;
    this.order = order;
  }

  /** Names the start of a section. */
  int add(int section) {
    ByteBuffer entry = ByteBuffer.allocate(SIZE).order(order);
    entry.putInt(0).put((byte) Elf.STT_SECTION).put((byte) 0).putShort((short) section);
    added.add(entry.array());
    return -added.size();
  }

  boolean isEmpty() {
    return added.isEmpty();
  }

  /** Where globals start in the new table. */
  int firstGlobal() {
    return firstGlobal + added.size();
  }

  /** The number in the new table. */
  int moved(int symbol) {
    if (symbol < 0) {
      return firstGlobal - symbol - 1;
    }
    return symbol < firstGlobal ? symbol : symbol + added.size();
  }

  /** The table with the new ones. */
  byte[] table(byte[] old) {
    byte[] table = new byte[old.length + added.size() * SIZE];
    int locals = firstGlobal * SIZE;
    System.arraycopy(old, 0, table, 0, locals);
    for (int i = 0; i < added.size(); i++) {
      System.arraycopy(added.get(i), 0, table, locals + i * SIZE, SIZE);
    }
    int globals = locals + added.size() * SIZE;
    System.arraycopy(old, locals, table, globals, old.length - locals);
    return table;
  }
}
