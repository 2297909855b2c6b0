package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Instruction.Load;
import dev.unprobed.kernel.code.Instruction.Nothing;
import dev.unprobed.kernel.code.Instruction.Pair;
import dev.unprobed.kernel.code.Instruction.Place;
import dev.unprobed.kernel.code.Instruction.Spoil;
import dev.unprobed.kernel.code.Instruction.Store;

/** Loads and stores of A64. Those of vector registers only spoil a base that they write back to. */
final class A64Memory {
  private A64Memory() {}

  static Instruction decode(int word, long address) {
    boolean vector = (word >>> 26 & 1) != 0;
    if ((word & 0x3b000000) == 0x18000000) {
      return literal(word, address, vector);
    }
    if ((word & 0x3a000000) == 0x28000000) {
      return pair(word, vector);
    }
    if ((word & 0x3b000000) == 0x39000000) {
      long offset = (long) (word >>> 10 & 0xfff) << (word >>> 30);
      return single(word, Place.at(base(word), offset), vector);
    }
    if ((word & 0x3b200000) == 0x38000000) {
      return unscaled(word, vector);
    }
    if ((word & 0x3b200c00) == 0x38200800) {
      return indexed(word, vector);
    }
    return exclusive(word);
  }

  private static Instruction literal(int word, long address, boolean vector) {
    int kind = word >>> 30;
    if (vector || kind == 3) {
      return new Nothing();
    }
    var place = Place.at(Instruction.ZERO, address + ((word << 8 >> 13) << 2));
    return new Load(to(word), place, kind == 1 ? 8 : 4, kind == 2);
  }

  private static Instruction pair(int word, boolean vector) {
    int mode = word >>> 23 & 3;
    int kind = word >>> 30;
    if (vector) {
      return mode == 1 || mode == 3 ? A64.spoil(base(word)) : new Nothing();
    }
    int size = kind == 2 ? 8 : 4;
    long offset = (long) (word << 10 >> 25) * size;
    var place = place(word, mode, offset);
    boolean load = (word >>> 22 & 1) != 0;
    int second = A64.zero(word >>> 10 & 31);
    if (load && kind == 1) {
      return new Spoil(A64.bit(to(word)) | A64.bit(second) | writtenBack(word, mode), false);
    }
    return new Pair(load, to(word), second, place, size);
  }

  /**
   * @param mode 1 for post-index, 3 for pre-index
   */
  private static Place place(int word, int mode, long offset) {
    boolean writes = mode == 1 || mode == 3;
    return new Place(base(word), offset, -1, 0, mode == 1, writes ? offset : 0);
  }

  private static long writtenBack(int word, int mode) {
    return mode == 1 || mode == 3 ? A64.bit(base(word)) : 0;
  }

  private static Instruction unscaled(int word, boolean vector) {
    int mode = word >>> 10 & 3;
    return single(word, place(word, mode, word << 11 >> 23), vector);
  }

  private static Instruction indexed(int word, boolean vector) {
    int option = word >>> 13 & 7;
    int shift = (word >>> 12 & 1) * (word >>> 30);
    if ((option & 3) != 3) {
      // A 32-bit index: only what is loaded is lost.
      boolean load = (word >>> 22 & 3) != 0 && !vector;
      return load ? A64.spoil(to(word)) : new Nothing();
    }
    int index = A64.zero(word >>> 16 & 31);
    return single(word, new Place(base(word), 0, index, shift, false, 0), vector);
  }

  private static Instruction single(int word, Place place, boolean vector) {
    int size = 1 << (word >>> 30);
    int kind = word >>> 22 & 3;
    if (vector) {
      return place.writeBack() != 0 ? A64.spoil(place.base()) : new Nothing();
    }
    if (kind == 0) {
      return new Store(to(word), place, size);
    }
    boolean prefetch = size == 8 && kind == 2;
    return prefetch ? new Nothing() : new Load(to(word), place, size, kind >= 2);
  }

  /** Exclusive, ordered and atomic accesses. */
  private static Instruction exclusive(int word) {
    boolean ordered = (word & 0x3f808000) == 0x08808000;
    boolean load = (word >>> 22 & 1) != 0;
    int size = 1 << (word >>> 30);
    if (ordered && (word >>> 21 & 1) == 0) {
      var place = Place.at(base(word), 0);
      return load ? new Load(to(word), place, size, false) : new Store(to(word), place, size);
    }
    boolean exclusive = (word & 0x3f000000) == 0x08000000;
    long status = exclusive ? A64.bit(A64.zero(word >>> 16 & 31)) : 0;
    long second = exclusive ? A64.bit(A64.zero(word >>> 10 & 31)) : 0;
    return new Spoil(A64.bit(to(word)) | status | second, false);
  }

  private static int base(int word) {
    return word >>> 5 & 31;
  }

  private static int to(int word) {
    return A64.zero(word & 31);
  }
}
