package dev.unprobed.kernel.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** ELF for the Arm 64-bit Architecture, Relocation. Instructions are little-endian always. */
final class Arm64Relocator implements Relocator {
  private static final int MOVZ = 1 << 30;

  @Override
  public int width(int type) {
    return switch (type) {
      case 0, 256 -> 0;
      case 257, 260 -> 8;
      case 259, 262 -> 2;
      case 258, 261, 314 -> 4;
      case 263, 264, 265, 266, 267, 268, 269, 270, 271, 272 -> 4;
      case 273, 274, 275, 276, 277, 278, 279, 280, 282, 283, 284, 285, 286, 299 -> 4;
      case 287, 288, 289, 290, 291, 292, 293 -> 4;
      case 311, 312 -> 4;
      default -> -1;
    };
  }

  /** ADR_GOT_PAGE and LD64_GOT_LO12_NC. */
  @Override
  public boolean isThroughTable(int type) {
    return type == 311 || type == 312;
  }

  /** ABS32 and ABS16. */
  @Override
  public boolean isNumber(int type) {
    return type == 258 || type == 259;
  }

  /** The processor's ABI has REL only for linkers' own use: what stands there is the addend. */
  @Override
  public long addend(int type, ByteBuffer content, int offset) {
    return switch (type) {
      case 257, 260 -> content.getLong(offset);
      case 258, 261, 314 -> content.getInt(offset);
      case 259, 262 -> content.getShort(offset);
      default -> 0;
    };
  }

  @Override
  public boolean apply(int type, ByteBuffer content, int offset, long value, long place) {
    return switch (type) {
      case 257 -> put64(content, offset, value);
      case 258 -> put32(content, offset, value, value >>> 32 == 0);
      case 259 -> put16(content, offset, value, value >>> 16 == 0);
      case 260 -> put64(content, offset, value - place);
      case 261, 314 -> put32(content, offset, value - place, false);
      case 262 -> put16(content, offset, value - place, false);
      default -> instruction(type, content, offset, value, place);
    };
  }

  private static boolean instruction(
      int type, ByteBuffer content, int offset, long value, long place) {
    long relative = value - place;
    return switch (type) {
      case 263, 264 -> move(content, offset, value, 0);
      case 265, 266 -> move(content, offset, value, 16);
      case 267, 268 -> move(content, offset, value, 32);
      case 269 -> move(content, offset, value, 48);
      case 270 -> signedMove(content, offset, value, 0);
      case 271 -> signedMove(content, offset, value, 16);
      case 272 -> signedMove(content, offset, value, 32);
      case 287 -> signedMove(content, offset, relative, 0);
      case 288 -> move(content, offset, relative, 0);
      case 289 -> signedMove(content, offset, relative, 16);
      case 290 -> move(content, offset, relative, 16);
      case 291 -> signedMove(content, offset, relative, 32);
      case 292 -> move(content, offset, relative, 32);
      case 293 -> move(content, offset, relative, 48);
      case 274 -> address(content, offset, relative);
      case 275, 276, 311 -> address(content, offset, (value >> 12) - (place >> 12));
      case 277, 278 -> low(content, offset, value, 0);
      case 284 -> low(content, offset, value, 1);
      case 285 -> low(content, offset, value, 2);
      case 286, 312 -> low(content, offset, value, 3);
      case 299 -> low(content, offset, value, 4);
      case 273, 280 -> branch(content, offset, relative, 19, 5);
      case 279 -> branch(content, offset, relative, 14, 5);
      case 282, 283 -> branch(content, offset, relative, 26, 0);
      default -> throw new IllegalArgumentException("relocation type " + type);
    };
  }

  private static boolean put64(ByteBuffer content, int offset, long value) {
    content.putLong(offset, value);
    return true;
  }

  private static boolean put32(ByteBuffer content, int offset, long value, boolean fits) {
    content.putInt(offset, (int) value);
    return fits || value == (int) value;
  }

  private static boolean put16(ByteBuffer content, int offset, long value, boolean fits) {
    content.putShort(offset, (short) value);
    return fits || value == (short) value;
  }

  private static boolean move(ByteBuffer content, int offset, long value, int shift) {
    return insert(content, offset, value >>> shift, 16, 5);
  }

  /** Becomes MOVN or MOVZ, as the sign is. */
  private static boolean signedMove(ByteBuffer content, int offset, long value, int shift) {
    int kind = value < 0 ? 0 : MOVZ;
    write(content, offset, read(content, offset) & ~MOVZ | kind);
    return move(content, offset, value < 0 ? ~value : value, shift);
  }

  /** ADR and ADRP have the two low bits elsewhere. */
  private static boolean address(ByteBuffer content, int offset, long value) {
    insert(content, offset, value, 2, 29);
    insert(content, offset, value >> 2, 19, 5);
    return fits(value, 21);
  }

  private static boolean low(ByteBuffer content, int offset, long value, int scale) {
    return insert(content, offset, (value & 0xfff) >> scale, 12, 10);
  }

  private static boolean branch(ByteBuffer content, int offset, long value, int bits, int at) {
    insert(content, offset, value >> 2, bits, at);
    return fits(value >> 2, bits) && (value & 3) == 0;
  }

  private static boolean fits(long value, int bits) {
    return value << 64 - bits >> 64 - bits == value;
  }

  private static boolean insert(ByteBuffer content, int offset, long value, int bits, int at) {
    int mask = (1 << bits) - 1;
    int field = (int) value & mask;
    write(content, offset, read(content, offset) & ~(mask << at) | field << at);
    return true;
  }

  private static int read(ByteBuffer content, int offset) {
    int word = content.getInt(offset);
    return content.order() == ByteOrder.LITTLE_ENDIAN ? word : Integer.reverseBytes(word);
  }

  private static void write(ByteBuffer content, int offset, int word) {
    boolean little = content.order() == ByteOrder.LITTLE_ENDIAN;
    content.putInt(offset, little ? word : Integer.reverseBytes(word));
  }
}
