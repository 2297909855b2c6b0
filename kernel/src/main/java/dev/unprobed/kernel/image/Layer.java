package dev.unprobed.kernel.image;

/**
 * A stretch of a boot image's file.
 *
 * @param size in bytes
 */
public record Layer(Kind kind, long size) {
  /** What it is. */
  public enum Kind {
    /** The kernel as it lies in memory. */
    KERNEL,
    PACKED_KERNEL,
    /** Code and data that unpack it. */
    DECOMPRESSOR,
    /** What a boot loader reads. */
    HEADER,
    /** Zeroes at the end. */
    PADDING
  }
}
