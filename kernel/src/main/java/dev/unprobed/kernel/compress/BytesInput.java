package dev.unprobed.kernel.compress;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.InputStream;
import java.util.Objects;

/** A part of a file as a stream. */
final class BytesInput extends InputStream {
  private static final int AHEAD = 1 << 16;

  private final Bytes bytes;
  private byte[] buffer = new byte[0];
  private long next;
  private int used;

  BytesInput(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return fill() ? buffer[used++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, available());
    System.arraycopy(buffer, used, into, offset, count);
    used += count;
    return count;
  }

  @Override
  public int available() {
    return buffer.length - used;
  }

  private boolean fill() {
    if (available() > 0) {
      return true;
    }
    buffer = bytes.copy(next, Math.min(AHEAD, bytes.size() - next));
    next += buffer.length;
    used = 0;
    return buffer.length > 0;
  }
}
