package dev.unprobed.kernel.image;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.program.Architecture;

/**
 * The kernel without wrappings: the bytes as they lie in memory, from its first symbol {@code
 * _text} on.
 *
 * @param memory how many bytes it takes in memory, its bss included; the bytes' own size where the
 *     image does not tell
 */
record RawImage(Bytes bytes, Architecture architecture, long memory) {
  int pointerSize() {
    return architecture.pointerSize();
  }

  /** A number as wide as a pointer. */
  long word(long offset) {
    return pointerSize() == 8 ? bytes.u64(offset) : bytes.u32(offset);
  }

  RawImage with(Bytes others) {
    return new RawImage(others, architecture, memory);
  }

  /** Rounded up to a multiple of the pointer size. */
  long align(long offset) {
    return (offset + pointerSize() - 1) & -pointerSize();
  }
}
