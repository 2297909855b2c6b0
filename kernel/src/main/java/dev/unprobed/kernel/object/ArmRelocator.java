package dev.unprobed.kernel.object;

import java.nio.ByteBuffer;

/**
 * ELF for the Arm Architecture, Relocation: data and A32 instructions. Numbers of types are in
 * table 4-8 there.
 */
final class ArmRelocator implements Relocator {
  private static final int UNCONDITIONAL = 0xf;

  @Override
  public int width(int type) {
    return switch (type) {
      // NONE and V4BX, which only marks a BX.
      case 0, 40 -> 0;
      case 5 -> 2;
      case 8 -> 1;
      case 1, 2, 3, 27, 28, 29, 38, 42, 43, 44, 45, 46 -> 4;
      default -> -1;
    };
  }

  /** ABS16 and ABS8. */
  @Override
  public boolean isNumber(int type) {
    return type == 5 || type == 8;
  }

  @Override
  public boolean isThroughTable(int type) {
    return false;
  }

  @Override
  public long addend(int type, ByteBuffer content, int offset) {
    return switch (type) {
      case 5 -> content.getShort(offset);
      case 8 -> content.get(offset);
      case 42 -> content.getInt(offset) << 1 >> 1;
      case 43, 44, 45, 46 -> moved(content.getInt(offset));
      case 1, 27, 28, 29 -> branched(content.getInt(offset));
      default -> content.getInt(offset);
    };
  }

  @Override
  public boolean apply(int type, ByteBuffer content, int offset, long value, long place) {
    int relative = (int) (value - place);
    return switch (type) {
      case 2, 38 -> put32(content, offset, (int) value);
      case 3 -> put32(content, offset, relative);
      case 5 -> put16(content, offset, (int) value);
      case 8 -> put8(content, offset, (int) value);
      case 42 -> put31(content, offset, relative);
      case 43 -> move(content, offset, (int) value);
      case 44 -> move(content, offset, (int) value >>> 16);
      case 45 -> move(content, offset, relative);
      case 46 -> move(content, offset, relative >>> 16);
      case 1, 27, 28, 29 -> branch(content, offset, relative);
      default -> throw new IllegalArgumentException("relocation type " + type);
    };
  }

  /** The 16 bits of a MOVW or MOVT, signed: an addend, not a half of one. */
  private static int moved(int word) {
    return (short) (word >>> 4 & 0xf000 | word & 0xfff);
  }

  /** The 24 bits of a B or BL, in bytes; BLX has one bit more. */
  private static int branched(int word) {
    int half = word >>> 28 == UNCONDITIONAL ? word >>> 23 & 2 : 0;
    int whole = (word << 8) >> 6;
    return whole | half;
  }

  private static boolean put32(ByteBuffer content, int offset, int value) {
    content.putInt(offset, value);
    return true;
  }

  private static boolean put16(ByteBuffer content, int offset, int value) {
    content.putShort(offset, (short) value);
    return value == (short) value || value >>> 16 == 0;
  }

  private static boolean put8(ByteBuffer content, int offset, int value) {
    content.put(offset, (byte) value);
    return value == (byte) value || value >>> 8 == 0;
  }

  private static boolean put31(ByteBuffer content, int offset, int value) {
    int top = content.getInt(offset) & 0x8000_0000;
    content.putInt(offset, top | value & 0x7fff_ffff);
    return value << 1 >> 1 == value;
  }

  private static boolean move(ByteBuffer content, int offset, int value) {
    int word = content.getInt(offset) & 0xfff0_f000;
    content.putInt(offset, word | (value & 0xf000) << 4 | value & 0xfff);
    return true;
  }

  /** A call of a T32 function becomes BLX, as a linker does it. */
  private static boolean branch(ByteBuffer content, int offset, int value) {
    int word = content.getInt(offset) & 0xff00_0000;
    if ((value & 1) != 0) {
      word = 0xfa00_0000 | (value & 2) << 23;
    }
    content.putInt(offset, word | value >> 2 & 0x00ff_ffff);
    return value << 6 >> 6 == value;
  }
}
