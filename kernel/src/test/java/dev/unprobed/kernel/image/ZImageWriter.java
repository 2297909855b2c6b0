package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/** Wraps images as builds do. */
final class ZImageWriter {
  private static final int PAYLOAD = 0x200;

  private ZImageWriter() {}

  static byte[] gzipped(byte[] image) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Bytes gzip(byte[] image) {
    byte[] packed = gzipped(image);
    return zImage(packed, PAYLOAD + packed.length - 4);
  }

  /** With the unpacked size behind what is packed, where the packing itself does not have it. */
  static Bytes other(byte[] packed, int size) {
    byte[] all =
        ByteBuffer.allocate(packed.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(packed)
            .putInt(size)
            .array();
    return zImage(all, PAYLOAD + packed.length);
  }

  private static Bytes zImage(byte[] payload, int sizeAt) {
    ByteBuffer image =
        ByteBuffer.allocate(PAYLOAD + payload.length + 100).order(ByteOrder.LITTLE_ENDIAN);
    image.putInt(0x24, 0x016f2818).putInt(0x30, 0x04030201).putInt(0x34, 0x45454545);
    image.putInt(0x38, 0x100).putInt(0x100, 4).putInt(0x104, 0x5a534c4b).putInt(0x108, sizeAt);
    // the decompressor knows the magic numbers too
    image.put(0x120, new byte[] {0x1f, (byte) 0x8b, 8, 0, (byte) 0xfd, '7', 'z', 'X', 'Z', 0});
    image.put(PAYLOAD, payload);
    return Bytes.of("zImage", image.array());
  }

  static Bytes zboot(byte[] packed) {
    ByteBuffer image = ByteBuffer.allocate(PAYLOAD + packed.length + 4);
    image.order(ByteOrder.LITTLE_ENDIAN);
    image.putInt(0, 0x5a4d).putInt(4, 0x676d697a).putInt(8, PAYLOAD).putInt(12, packed.length);
    image.put(PAYLOAD, packed);
    return Bytes.of("vmlinuz.efi", image.array());
  }
}
