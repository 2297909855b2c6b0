package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.Optional;

/**
 * Entries of device tables as the aliases that modprobe knows them by (scripts/mod/file2alias.c).
 * Ranges of USB's bcdDevice come as d*, which is wider.
 */
final class Aliases {
  private static final long ANY = 0xffffffffL;

  private Aliases() {}

  /** Empty for the entry that ends a table, and for a bus that is not known. */
  static Optional<String> of(String bus, Bytes entry) {
    return switch (bus) {
      case "pci" -> pci(entry);
      case "usb", "usb-serial" -> usb(entry);
      case "virtio" -> virtio(entry);
      case "sdio" -> sdio(entry);
      case "hid" -> hid(entry);
      default -> Optional.empty();
    };
  }

  private static Optional<String> pci(Bytes b) {
    boolean end = b.u32(0) == 0 && b.u32(8) == 0 && b.u32(20) == 0;
    if (end) {
      return Optional.empty();
    }
    long device = b.u32(16);
    long mask = b.u32(20);
    return Optional.of(
            "pci:"
                + wide("v", b.u32(0))
                + wide("d", b.u32(4))
                + wide("sv", b.u32(8))
                + wide("sd", b.u32(12))
                + byteOf("bc", device, mask, 16)
                + byteOf("sc", device, mask, 8)
                + byteOf("i", device, mask, 0))
        .map(Aliases::wildcard);
  }

  private static String wildcard(String alias) {
    return alias.endsWith("*") ? alias : alias + "*";
  }

  private static String wide(String key, long value) {
    return value == ANY ? key + "*" : key + "%08X".formatted(value);
  }

  private static String byteOf(String key, long value, long mask, int shift) {
    boolean all = (mask >> shift & 255) == 255;
    return all ? key + "%02X".formatted(value >> shift & 255) : key + "*";
  }

  private static Optional<String> usb(Bytes b) {
    int flags = b.u16(0);
    boolean end = b.u16(2) == 0 && b.u8(10) == 0 && b.u8(13) == 0 && flags == 0;
    if (end) {
      return Optional.empty();
    }
    String version = "d*";
    return Optional.of(
            "usb:"
                + field("v", flags & 1, "%04X", b.u16(2))
                + field("p", flags & 2, "%04X", b.u16(4))
                + version
                + field("dc", flags & 0x10, "%02X", b.u8(10))
                + field("dsc", flags & 0x20, "%02X", b.u8(11))
                + field("dp", flags & 0x40, "%02X", b.u8(12))
                + field("ic", flags & 0x80, "%02X", b.u8(13))
                + field("isc", flags & 0x100, "%02X", b.u8(14))
                + field("ip", flags & 0x200, "%02X", b.u8(15))
                + field("in", flags & 0x400, "%02X", b.u8(16)))
        .map(Aliases::wildcard);
  }

  private static String field(String key, int flag, String format, int value) {
    return flag != 0 ? key + format.formatted(value) : key + "*";
  }

  private static Optional<String> virtio(Bytes b) {
    return b.u32(0) == 0
        ? Optional.empty()
        : Optional.of("virtio:" + wide("d", b.u32(0)) + wide("v", b.u32(4)));
  }

  private static Optional<String> sdio(Bytes b) {
    int type = b.u8(0);
    int vendor = b.u16(2);
    int device = b.u16(4);
    if (type == 0 && vendor == 0 && device == 0) {
      return Optional.empty();
    }
    return Optional.of(
            "sdio:"
                + field("c", type ^ 255, "%02X", type)
                + field("v", vendor ^ 0xffff, "%04X", vendor)
                + field("d", device ^ 0xffff, "%04X", device))
        .map(Aliases::wildcard);
  }

  private static Optional<String> hid(Bytes b) {
    int bus = b.u16(0);
    if (bus == 0) {
      return Optional.empty();
    }
    int group = b.u16(2);
    return Optional.of(
        "hid:"
            + field("b", bus ^ 0xffff, "%04X", bus)
            + field("g", group, "%04X", group)
            + wide("v", b.u32(4))
            + wide("p", b.u32(8)));
  }
}
