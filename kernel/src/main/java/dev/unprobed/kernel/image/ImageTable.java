package dev.unprobed.kernel.image;

/**
 * A table of a kernel that has no name of its own and is found by what it looks like.
 *
 * @param start in the unpacked image, in bytes
 * @param size in bytes
 */
public record ImageTable(Kind kind, long start, long size) {
  /** What is in it. */
  public enum Kind {
    KALLSYMS,
    BTF,
    /** .rela.dyn, which is needed at boot only. */
    RELOCATIONS
  }

  /** Behind its last byte. */
  public long end() {
    return start + size;
  }
}
