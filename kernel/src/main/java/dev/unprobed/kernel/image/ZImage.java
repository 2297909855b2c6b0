package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.compress.Compression;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arm's self-extracting image. The header does not say where the packed kernel starts; its table,
 * since 4.14, says where it ends (arch/arm/boot/compressed/vmlinux.lds.S). The decompressor's own
 * code holds the same magic numbers, so the first one that really unpacks to a kernel counts.
 */
final class ZImage {
  private static final long TABLE_MAGIC = 0x45454545;
  private static final long SIZE_TAG = 0x5a534c4b;
  private static final int ATTEMPTS = 64;
  private static final int SMALLEST = 1 << 16;
  private static final byte[] LZO = {(byte) 0x89, 'L', 'Z', 'O', 0};

  private ZImage() {}

  static Bytes unpack(Bytes image) {
    return payload(image).kernel();
  }

  /** The packed kernel, and what came of it. */
  record Payload(Bytes packed, Bytes kernel) {}

  static Payload payload(Bytes image) {
    long end = end(image);
    int attempts = 0;
    @Nullable MalformedInput last = null;
    for (long at = 0; at < end && attempts < ATTEMPTS; at++) {
      Optional<Compression> compression = Compression.at(image, at);
      if (compression.isPresent()) {
        attempts++;
        try {
          return attempt(image, at, end, compression.get());
        } catch (MalformedInput e) {
          last = later(last, e);
        }
      }
    }
    throw last != null ? last : nothing(image);
  }

  /** A bomb is what the user should hear of, else what came last, where the payload is. */
  private static MalformedInput later(@Nullable MalformedInput last, MalformedInput now) {
    return last != null && last.check().equals("too-large") ? last : now;
  }

  private static Payload attempt(Bytes image, long at, long end, Compression compression) {
    // gzip's own last four bytes are that size
    long last = compression == Compression.GZIP ? Math.min(end + 4, image.size()) : end;
    Bytes packed = image.slice(at, last - at);
    Bytes kernel = compression.unpack(packed, Wrapping.inside(image), Compression.LIMIT);
    boolean told = image.has(end, 4);
    if (kernel.size() < SMALLEST || told && image.u32(end) != kernel.size()) {
      throw packed.malformed(0, "not-the-kernel", "what was unpacked there is not the kernel");
    }
    return new Payload(packed, kernel);
  }

  /** Where the packed kernel ends, and its unpacked size follows; else the end of the file. */
  private static long end(Bytes image) {
    if (image.u32(0x34) == TABLE_MAGIC && image.has(image.u32(0x38), 12)) {
      long table = image.u32(0x38);
      long end = image.u32(table + 8);
      if (image.u32(table + 4) == SIZE_TAG && end < image.size()) {
        return end;
      }
    }
    return image.size();
  }

  private static MalformedInput nothing(Bytes image) {
    boolean lzo = false;
    for (long at = 0; at + LZO.length < image.size() && !lzo; at++) {
      lzo = image.u8(at) == 0x89 && Arrays.equals(image.copy(at, LZO.length), LZO);
    }
    return image.malformed(
        0,
        "unknown-compression",
        lzo ? "its kernel is packed with LZO, which cannot be read" : "no packed kernel in it");
  }
}
