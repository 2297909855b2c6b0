package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;

/** A structure that has a narrow and a wide form: where its fields are depends on the class. */
record Fields(Bytes bytes, boolean wide) {
  /** A field that is as wide as the class, unsigned. */
  long word(long narrowOffset, long wideOffset) {
    return wide ? bytes.u64(wideOffset) : bytes.u32(narrowOffset);
  }

  /** A field of 32 bits in both classes, unsigned. */
  long half(long narrowOffset, long wideOffset) {
    return bytes.u32(wide ? wideOffset : narrowOffset);
  }
}
