package dev.unprobed.kernel.compress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The kernel is packed with a window of up to 128 MiB (cmd_zstd22 in scripts/Makefile.lib), more
 * than the library takes, unless the frame is a single segment (RFC 8878, 3.1.1.1). The window is
 * then as large as the content may be, so such a frame is told as one.
 */
final class ZstdHeader {
  private static final int FIXED = 5;
  private static final int SINGLE_SEGMENT = 0x20;
  private static final int CHECKSUM = 0x04;
  private static final int FOUR_BYTES = 0x80;
  private static final int LARGEST_LOG = 27;
  private static final int TAKEN_LOG = 23;

  private ZstdHeader() {}

  /** The same stream with a window that the library takes. */
  static InputStream widen(InputStream packed) throws IOException {
    byte[] start = packed.readNBytes(FIXED + 1);
    boolean cut = start.length <= FIXED;
    if (cut || (start[4] & SINGLE_SEGMENT) != 0 || (start[4] & 3) != 0) {
      return join(start, packed);
    }
    int log = 10 + ((start[FIXED] & 0xff) >> 3);
    if (log < TAKEN_LOG || log > LARGEST_LOG) {
      return join(start, packed);
    }
    int sizeFlag = (start[4] & 0xff) >> 6;
    packed.skipNBytes(sizeFlag == 0 ? 0 : 1L << sizeFlag);
    int window = 1 << Math.min(LARGEST_LOG, log + 1);
    byte[] header = {
      start[0],
      start[1],
      start[2],
      start[3],
      (byte) (FOUR_BYTES | SINGLE_SEGMENT | start[4] & CHECKSUM),
      (byte) window,
      (byte) (window >> 8),
      (byte) (window >> 16),
      (byte) (window >> 24)
    };
    return join(header, packed);
  }

  private static InputStream join(byte[] start, InputStream rest) {
    return new SequenceInputStream(new ByteArrayInputStream(start), rest);
  }
}
