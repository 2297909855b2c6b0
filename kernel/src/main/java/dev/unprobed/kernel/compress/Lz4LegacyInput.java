package dev.unprobed.kernel.compress;

import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * LZ4's legacy frame: blocks of at most 8 MiB unpacked, each with its packed size before it. It has
 * no end mark; a size that cannot be one (the kernel's build appends the unpacked size) ends it.
 */
final class Lz4LegacyInput extends InputStream {
  private static final int MAGIC = 0x184c2102;
  private static final int BLOCK = 8 << 20;
  private static final int WORST = BLOCK + BLOCK / 255 + 16;

  private final InputStream packed;
  private final Lz4JavaDecompressor decompressor = new Lz4JavaDecompressor();
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private int used;

  Lz4LegacyInput(InputStream packed) throws IOException {
    this.packed = packed;
    if (word() != MAGIC) {
      throw new IOException("no LZ4 legacy frame");
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? block[used++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, filled - used);
    System.arraycopy(block, used, into, offset, count);
    used += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (used == filled) {
      long size = word();
      while (size == MAGIC) {
        size = word();
      }
      if (size <= 0 || size > WORST) {
        return false;
      }
      byte[] data = packed.readNBytes((int) size);
      if (data.length < size) {
        return false;
      }
      filled = decompressor.decompress(data, 0, data.length, block, 0, BLOCK);
      used = 0;
    }
    return true;
  }

  /** The next four bytes, or -1 at the end. */
  private long word() throws IOException {
    byte[] four = packed.readNBytes(4);
    if (four.length < 4) {
      return -1;
    }
    return (four[0] & 0xff)
        | (four[1] & 0xff) << 8
        | (four[2] & 0xff) << 16
        | (four[3] & 0xffL) << 24;
  }
}
