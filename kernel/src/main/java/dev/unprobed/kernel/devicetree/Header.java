package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.ByteOrder;

/**
 * The start of a blob (Devicetree Specification, 5.2), held against the bytes that are there.
 *
 * @param blob as long as the header says, big-endian
 * @param structure the nodes
 * @param strings the names of properties
 * @param reservations where the memory reservations start
 */
record Header(Bytes blob, Bytes structure, Bytes strings, long reservations) {
  static final long MAGIC = 0xd00dfeedL;
  private static final int OLDEST = 16;
  private static final int NEWEST = 17;
  private static final int SIZE_16 = 36;
  private static final int SIZE_17 = 40;

  static Header of(Bytes input) {
    Bytes bytes = input.in(ByteOrder.BIG_ENDIAN);
    if (!bytes.has(0, SIZE_16)) {
      throw bytes.malformed(0, "truncated-fdt", "too short for a device tree: " + bytes.size());
    }
    if (bytes.u32(0) != MAGIC) {
      throw bytes.malformed(0, "fdt-magic", "no device tree blob: it does not start with d00dfeed");
    }
    long version = bytes.u32(20);
    if (version < OLDEST || bytes.u32(24) > NEWEST) {
      throw bytes.malformed(20, "fdt-version", "version " + version + " is not 16 or 17");
    }
    return parts(whole(bytes), version);
  }

  private static Bytes whole(Bytes bytes) {
    long total = bytes.u32(4);
    if (!bytes.has(0, total) || total < SIZE_16) {
      throw bytes.malformed(
          4, "truncated-fdt", "the header says " + total + " bytes, there are " + bytes.size());
    }
    return bytes.slice(0, total);
  }

  private static Header parts(Bytes blob, long version) {
    long structure = blob.u32(8);
    boolean sized = version >= NEWEST && blob.has(0, SIZE_17);
    long size = sized ? blob.u32(36) : Math.max(0, blob.size() - structure);
    if (structure % 4 != 0) {
      throw blob.malformed(8, "fdt-alignment", "the structure block does not start at a cell");
    }
    return new Header(
        blob,
        part(blob, 8, structure, size, "structure"),
        part(blob, 12, blob.u32(12), blob.u32(32), "strings"),
        blob.u32(16));
  }

  private static Bytes part(Bytes blob, long field, long start, long size, String what) {
    if (!blob.has(start, size)) {
      throw blob.malformed(
          field,
          "truncated-fdt",
          "the " + what + " block (" + size + " bytes at " + start + ") is not inside the blob");
    }
    return blob.slice(start, size);
  }
}
