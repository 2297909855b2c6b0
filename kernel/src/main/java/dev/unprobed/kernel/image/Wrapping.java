package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.compress.Compression;
import dev.unprobed.kernel.program.Architecture;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What an image is wrapped in, layer by layer: a compression as a whole, arm's zImage
 * (arch/arm/boot/compressed), EFI's zboot (drivers/firmware/efi/libstub/zboot-header.S), a unified
 * image with a .linux section, U-Boot's legacy header.
 */
final class Wrapping {
  private static final int DEPTH = 4;
  private static final int ARM64_MAGIC_AT = 0x38;
  private static final long ARM64_MAGIC = 0x644d5241;
  private static final long ZIMAGE_MAGIC = 0x016f2818;
  private static final long ZBOOT_MAGIC = 0x676d697a;
  private static final long UIMAGE_MAGIC = 0x56190527;
  private static final int UIMAGE_HEADER = 64;
  private static final long ELF_MAGIC = 0x464c457f;
  static final int SMALLEST = 64;

  private Wrapping() {}

  /** The kernel inside. */
  static RawImage remove(Bytes file) {
    Bytes layer = file.in(ByteOrder.LITTLE_ENDIAN);
    for (int depth = 0; depth < DEPTH; depth++) {
      if (layer.size() < SMALLEST) {
        throw layer.malformed(0, "truncated", "too short for a kernel image");
      }
      if (isArm64(layer)) {
        return arm64(layer);
      }
      if (isZImage(layer)) {
        return arm(ZImage.unpack(layer));
      }
      layer = peel(layer);
    }
    throw layer.malformed(0, "nested-image", "the image is packed more than " + DEPTH + " times");
  }

  static boolean isArm64(Bytes layer) {
    return layer.u32(ARM64_MAGIC_AT) == ARM64_MAGIC;
  }

  static boolean isZImage(Bytes layer) {
    return layer.u32(0x24) == ZIMAGE_MAGIC;
  }

  static boolean isZboot(Bytes layer) {
    return layer.u16(0) == 0x5a4d && layer.u32(4) == ZBOOT_MAGIC;
  }

  /** What is packed in a zboot image. */
  static Bytes zbootPayload(Bytes layer) {
    return layer.slice(layer.u32(8), layer.u32(12));
  }

  private static Bytes peel(Bytes layer) {
    Optional<Compression> compression = Compression.at(layer, 0);
    if (compression.isPresent()) {
      return compression.get().unpack(layer, inside(layer), Compression.LIMIT);
    }
    if (isZboot(layer)) {
      return zboot(layer);
    }
    return PortableExecutable.section(layer, ".linux").orElseGet(() -> withoutHeader(layer));
  }

  /** What lies behind U-Boot's header. */
  static Bytes withoutHeader(Bytes layer) {
    if (layer.u32(0) == UIMAGE_MAGIC) {
      return layer.from(UIMAGE_HEADER);
    }
    throw unknown(layer);
  }

  private static Bytes zboot(Bytes layer) {
    Bytes payload = zbootPayload(layer);
    Compression compression =
        Compression.at(payload, 0)
            .orElseThrow(() ->
                payload.malformed(
                    0, "unknown-compression", "the payload's compression is not known"));
    return compression.unpack(payload, inside(layer), Compression.LIMIT);
  }

  private static RawImage arm64(Bytes image) {
    boolean big = (image.u64(24) & 1) != 0;
    long memory = image.u64(16);
    Bytes ordered = image.in(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean told = memory >= image.size() && memory < 1L << 32;
    return new RawImage(ordered, Architecture.ARM64, told ? memory : image.size());
  }

  private static RawImage arm(Bytes image) {
    return new RawImage(image, Architecture.ARM, image.size());
  }

  static String inside(Bytes layer) {
    return layer.path().endsWith("(Image)") ? layer.path() : layer.path() + "(Image)";
  }

  private static MalformedInput unknown(Bytes layer) {
    boolean elf = layer.u32(0) == ELF_MAGIC;
    return new MalformedInput(
        layer.path(),
        layer.base(),
        "unknown-image",
        elf ? "this is an ELF file, not a boot image" : "this is no kernel image of arm or arm64",
        elf
            ? "give the Image, or the build tree"
            : "expected Image, zImage, or one of them packed");
  }
}
