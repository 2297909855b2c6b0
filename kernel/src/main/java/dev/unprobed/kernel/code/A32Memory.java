package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Load;
import dev.unprobed.kernel.code.Instruction.Pair;
import dev.unprobed.kernel.code.Instruction.Place;
import dev.unprobed.kernel.code.Instruction.Spoil;
import dev.unprobed.kernel.code.Instruction.Store;

/** Loads and stores of single registers and of pairs of A32. */
final class A32Memory {
  private A32Memory() {}

  /** LDR, STR and their byte forms. */
  static Instruction single(int word, long address) {
    boolean indexed = (word & 0x02000000) != 0;
    boolean shiftsRight = (word & 0x60) != 0;
    int size = (word >>> 22 & 1) != 0 ? 1 : 4;
    int to = A32.register(word >>> 12);
    boolean up = (word >>> 23 & 1) != 0;
    if (indexed && (shiftsRight || !up || !before(word) || writes(word))) {
      return lost(word, load(word) ? to : Instruction.ZERO);
    }
    var place =
        indexed
            ? new Place(A32.register(word >>> 16), 0, A32.register(word), word >>> 7 & 31, false, 0)
            : place(word, address, word & 0xfff);
    return load(word) ? new Load(to, place, size, false) : new Store(to, place, size);
  }

  /** Halfwords, signed ones, and pairs. */
  static Instruction extra(int word, long address) {
    boolean immediate = (word >>> 22 & 1) != 0;
    int kind = word >>> 5 & 3;
    int to = A32.register(word >>> 12);
    boolean pair = !load(word) && kind != 1;
    if (!immediate) {
      int second = pair && kind == 2 ? A32.register((word >>> 12) + 1) : Instruction.ZERO;
      var spoiled = (Spoil) lost(word, load(word) || pair && kind == 2 ? to : Instruction.ZERO);
      return new Spoil(spoiled.registers() | A64.bit(second), false);
    }
    var place = place(word, address, word >>> 4 & 0xf0 | word & 15);
    if (pair) {
      return new Pair(kind == 2, to, A32.register((word >>> 12) + 1), place, 4);
    }
    int size = kind == 2 ? 1 : 2;
    return load(word) ? new Load(to, place, size, kind >= 2) : new Store(to, place, 2);
  }

  private static Place place(int word, long address, int distance) {
    long offset = (word >>> 23 & 1) != 0 ? distance : -distance;
    int base = A32.register(word >>> 16);
    if (base == Instruction.PC) {
      return Place.at(Instruction.ZERO, address + 8 + offset & 0xffffffffL);
    }
    long writeBack = !before(word) || writes(word) ? offset : 0;
    return new Place(base, offset, -1, 0, !before(word), writeBack);
  }

  private static Instruction lost(int word, int to) {
    boolean writesBack = !before(word) || writes(word);
    long base = writesBack ? A64.bit(A32.register(word >>> 16)) : 0;
    return new Spoil(A64.bit(to) | base, false);
  }

  private static boolean before(int word) {
    return (word >>> 24 & 1) != 0;
  }

  private static boolean writes(int word) {
    return (word >>> 21 & 1) != 0;
  }

  private static boolean load(int word) {
    return (word >>> 20 & 1) != 0;
  }
}
