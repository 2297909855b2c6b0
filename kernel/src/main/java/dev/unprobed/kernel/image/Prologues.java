package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Architecture;
import java.nio.ByteOrder;
import java.util.function.LongPredicate;

/**
 * How well an address fits an image: most functions begin with one of few instructions, so at the
 * right address most symbols of the text stand on one of these, and at a wrong one hardly any.
 */
final class Prologues {
  /** Instructions are little-endian, whatever data are. */
  private final Bytes code;

  private final LongPredicate begins;

  Prologues(RawImage image) {
    this.code = image.bytes().in(ByteOrder.LITTLE_ENDIAN);
    this.begins = image.architecture() == Architecture.ARM64 ? Prologues::arm64 : Prologues::arm;
  }

  /**
   * The part of some functions that begin as functions do, in percent.
   *
   * @param functions their addresses
   * @param base the address of the image's first byte
   */
  int score(long[] functions, long base) {
    int hits = 0;
    for (long function : functions) {
      long at = function - base;
      hits += code.has(at, 4) && begins.test(code.u32(at)) ? 1 : 0;
    }
    return functions.length == 0 ? 0 : 100 * hits / functions.length;
  }

  private static boolean arm64(long word) {
    return word == 0xd503233fL // paciasp
        || word == 0xd503245fL // bti c
        || word == 0xd503201fL // nop, for ftrace
        || word == 0xaa1e03e9L // mov x9, x30, for ftrace
        || (word & 0xffc07fffL) == 0xa9807bfdL // stp x29, x30, [sp, #-n]!
        || (word & 0xff8003ffL) == 0xd10003ffL; // sub sp, sp, #n
  }

  private static boolean arm(long word) {
    return word == 0xe1a0c00dL // mov ip, sp
        || word == 0xe52de004L // push {lr}
        || (word & 0xffff0000L) == 0xe92d0000L // push {…}
        || (word & 0xfffff000L) == 0xe24dd000L // sub sp, sp, #n
        || (word & 0xfe00L) == 0xb400L; // Thumb: push {…}
  }
}
