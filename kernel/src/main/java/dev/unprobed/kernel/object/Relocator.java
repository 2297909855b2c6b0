package dev.unprobed.kernel.object;

import dev.unprobed.kernel.program.Architecture;
import java.nio.ByteBuffer;

/** Applies relocations of one processor. */
interface Relocator {
  static Relocator of(Architecture architecture) {
    return switch (architecture) {
      case ARM -> new ArmRelocator();
      case ARM64 -> new Arm64Relocator();
    };
  }

  /**
   * How many bytes the relocation changes; 0 when there is nothing to do, -1 when the type is not
   * known.
   */
  int width(int type);

  /** Whether the value is not the symbol's address, but where a pointer to it is. */
  boolean isThroughTable(int type);

  /**
   * Whether the value is the symbol's own and the place narrower than an address: such a symbol is
   * a number, not a place.
   */
  boolean isNumber(int type);

  /** What stands in the place as addend, for REL. */
  long addend(int type, ByteBuffer content, int offset);

  /**
   * Changes the place.
   *
   * @param value S + A: the symbol's address and the addend
   * @param place P: the address that is relocated
   * @return whether the value fitted
   */
  boolean apply(int type, ByteBuffer content, int offset, long value, long place);
}
