package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The addresses of kallsyms, in the order of the names and ascending. They are pointers, or
 * (KALLSYMS_BASE_RELATIVE) 32-bit offsets from a base that is a pointer. They lie before the names,
 * since 6.5 behind the token index.
 *
 * @param offsets from the base, or the addresses themselves
 * @param absolute how many of them, from the first on, are absolute all the same
 *     (KALLSYMS_ABSOLUTE_PERCPU)
 * @param baseAt where the base stands; empty when there is none
 * @param start of the table, in the image
 * @param end of the table with its base
 */
record AddressTable(long[] offsets, int absolute, OptionalLong baseAt, long start, long end) {
  private static final long FARTHEST = 1L << 30;

  static Optional<AddressTable> of(RawImage image, PackedNames names) {
    int pointer = image.pointerSize();
    int count = names.count();
    long offsets = image.align(4L * count);
    long behind = image.align(names.table().end());
    long base = names.countAt() - pointer;
    return relative(image, base - offsets, base, count)
        .or(() -> relative(image, behind, behind + offsets, count))
        .or(() -> pointers(image, names.countAt() - (long) count * pointer, count))
        .or(() -> pointers(image, behind, count));
  }

  private static Optional<AddressTable> relative(RawImage image, long at, long base, int count) {
    Bytes bytes = image.bytes();
    if (!bytes.has(at, 4L * count) || !bytes.has(base, image.pointerSize())) {
      return Optional.empty();
    }
    long[] unsigned = new long[count];
    long[] signed = new long[count];
    int absolute = 0;
    for (int i = 0; i < count; i++) {
      int offset = bytes.s32(at + 4L * i);
      unsigned[i] = Integer.toUnsignedLong(offset);
      signed[i] = offset >= 0 ? offset : -1L - offset;
      absolute += offset >= 0 ? 1 : 0;
    }
    // on arm pointers are as wide as offsets, but much larger
    if (ascends(unsigned, 0, count) && unsigned[count / 2] < FARTHEST) {
      return Optional.of(table(image, unsigned, 0, at, base));
    }
    boolean both = ascends(signed, absolute, count) && bytes.s32(at + 4L * absolute) < 0;
    return both ? Optional.of(table(image, signed, absolute, at, base)) : Optional.empty();
  }

  private static AddressTable table(
      RawImage image, long[] offsets, int absolute, long at, long base) {
    return new AddressTable(
        offsets, absolute, OptionalLong.of(base), at, base + image.pointerSize());
  }

  private static Optional<AddressTable> pointers(RawImage image, long at, int count) {
    if (!image.bytes().has(at, (long) count * image.pointerSize())) {
      return Optional.empty();
    }
    long end = at + (long) count * image.pointerSize();
    long[] addresses = new long[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = image.word(at + (long) i * image.pointerSize());
    }
    return ascends(addresses, 0, count)
        ? Optional.of(new AddressTable(addresses, 0, OptionalLong.empty(), at, end))
        : Optional.empty();
  }

  /** Aliases share an address, but most have one of their own. */
  private static boolean ascends(long[] values, int from, int to) {
    int distinct = 0;
    for (int i = from + 1; i < to; i++) {
      int order = Long.compareUnsigned(values[i - 1], values[i]);
      if (order > 0) {
        return false;
      }
      distinct += order < 0 ? 1 : 0;
    }
    return distinct > (to - from) / 2;
  }

  long address(int index, long base) {
    boolean relative = baseAt.isPresent() && index >= absolute;
    return relative ? base + offsets[index] : offsets[index];
  }
}
