package dev.unprobed.kernel.object;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Architecture;

/**
 * Hands out addresses: sections upwards from a base, what is defined elsewhere downwards from it.
 * So the distance from code to what it calls is that of the code and the externals at most.
 */
final class Addresses {
  /**
   * As near to each other as sections come, in bytes: the end of one is not the next one's start.
   */
  private static final long GAP = 16;

  /** The most that sections take together, in bytes. */
  private static final long MOST = 1L << 30;

  /** The largest alignment that is believed, in bytes. */
  private static final long COARSEST = 1L << 24;

  /** A page for each external lets code point somewhere into it; with very many they get less. */
  private static final long PAGE = 4096;

  private static final int MANY = 2048;

  private final long base;
  private final long spacing;
  private long next;
  private long nextExternal;

  Addresses(Architecture architecture, long undefined) {
    // Where such kernels have their modules or themselves.
    this.base =
        switch (architecture) {
          case ARM -> 0xc400_0000L;
          case ARM64 -> 0xffff_8000_1000_0000L;
        };
    this.spacing = undefined <= MANY ? PAGE : PAGE / 16;
    this.next = base;
    this.nextExternal = base;
  }

  /**
   * @param size in bytes
   * @param alignment in bytes, 0 for none
   * @param file and
   * @param offset where that is said
   */
  long section(long size, long alignment, Bytes file, long offset) {
    long step = Math.max(alignment, GAP);
    if (Long.bitCount(step) != 1 || step > COARSEST || step < 0) {
      throw file.malformed(offset, "bad-alignment", "this is to be aligned to " + alignment);
    }
    long start = next + step - 1 & -step;
    if (size < 0 || size > MOST || start - base + size > MOST) {
      throw file.malformed(offset, "too-large", "a program cannot have " + size + " bytes more");
    }
    next = start + size + GAP;
    return start;
  }

  long external() {
    nextExternal -= spacing;
    return nextExternal;
  }
}
