package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The little of PE/COFF that a unified kernel image needs: its sections. */
final class PortableExecutable {
  private static final int SECTION = 40;

  private PortableExecutable() {}

  /** The bytes of a section; empty when it is no such file or has none of that name. */
  static Optional<Bytes> section(Bytes file, String name) {
    if (!file.has(0, 0x40) || file.u16(0) != 0x5a4d) {
      return Optional.empty();
    }
    long header = file.u32(0x3c);
    if (!file.has(header, 24) || file.u32(header) != 0x4550) {
      return Optional.empty();
    }
    byte[] wanted = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 8);
    long table = header + 24 + file.u16(header + 20);
    for (int i = 0; i < file.u16(header + 6); i++) {
      long section = table + (long) i * SECTION;
      if (Arrays.equals(file.copy(section, 8), wanted)) {
        long size = Math.min(file.u32(section + 8), file.u32(section + 16));
        return Optional.of(file.slice(file.u32(section + 20), size));
      }
    }
    return Optional.empty();
  }
}
