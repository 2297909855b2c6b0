package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.compress.Compression;
import dev.unprobed.kernel.image.Layer.Kind;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what the file of a boot image is made of; only its outermost wrapping. */
final class Layers {
  private final Bytes file;
  private final List<Layer> layers = new ArrayList<>();

  private Layers(Bytes file) {
    this.file = file;
  }

  /** Their sizes add up to the file. */
  static List<Layer> of(Bytes file) {
    Bytes ordered = file.in(ByteOrder.LITTLE_ENDIAN);
    if (ordered.size() < Wrapping.SMALLEST) {
      throw ordered.malformed(0, "truncated", "too short for a kernel image");
    }
    return new Layers(ordered).layers();
  }

  private List<Layer> layers() {
    if (Wrapping.isArm64(file)) {
      add(Kind.KERNEL, file.size());
    } else if (Wrapping.isZImage(file)) {
      around(Kind.DECOMPRESSOR, Kind.PACKED_KERNEL, ZImage.payload(file).packed());
    } else if (Compression.at(file, 0).isPresent()) {
      add(Kind.PACKED_KERNEL, file.size());
    } else if (Wrapping.isZboot(file)) {
      around(Kind.HEADER, Kind.PACKED_KERNEL, Wrapping.zbootPayload(file));
    } else {
      around(Kind.HEADER, Kind.KERNEL, inside());
    }
    return List.copyOf(layers);
  }

  /** Of the formats that only put something before the kernel. */
  private Bytes inside() {
    Optional<Bytes> section = PortableExecutable.section(file, ".linux");
    return section.orElseGet(() -> Wrapping.withoutHeader(file));
  }

  private void around(Kind before, Kind what, Bytes inside) {
    long start = inside.base() - file.base();
    long end = start + inside.size();
    long padding = zeroesFrom(end);
    add(before, start);
    add(what, inside.size());
    add(Kind.DECOMPRESSOR, padding - end);
    add(Kind.PADDING, file.size() - padding);
  }

  /** Where the zeroes begin that reach to the end of the file. */
  private long zeroesFrom(long from) {
    long at = file.size();
    while (at > from && file.u8(at - 1) == 0) {
      at--;
    }
    return at;
  }

  private void add(Kind kind, long size) {
    if (size > 0) {
      layers.add(new Layer(kind, size));
    }
  }
}
