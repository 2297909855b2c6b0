package dev.unprobed.reclaim.run;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The head of a boot image of arm64, as Documentation/arm64/booting.rst has it.
 *
 * @param isBootable whether it is such an image, or packed by gzip
 * @param hasPages16 whether its kernel has pages of 16 KiB; unknown of a packed one, so false
 */
public record BootImage(boolean isBootable, boolean hasPages16) {
  private static final int FLAGS = 24;
  private static final int MAGIC = 56;
  private static final int ARM64 = 0x644d5241;
  private static final int GZIP = 0x8b1f;

  /** The size of pages, two bits from bit 1. */
  private static final int PAGES = 3;

  private static final int PAGES_16 = 2;

  /** Reads the head of a file, whatever it is. */
  public static BootImage of(Path file) throws IOException {
    Bytes bytes = Bytes.of(file);
    if (bytes.has(0, 2) && (bytes.u8(0) | bytes.u8(1) << 8) == GZIP) {
      return new BootImage(true, false);
    }
    boolean whole = bytes.has(MAGIC, 4) && bytes.u32(MAGIC) == ARM64;
    return new BootImage(whole, whole && (bytes.u8(FLAGS) >> 1 & PAGES) == PAGES_16);
  }
}
