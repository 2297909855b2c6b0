package dev.unprobed.kernel.ledger;

/**
 * Bytes of one class that have one owner.
 *
 * @param file in the file
 * @param memory once loaded; more than in the file for .bss, which no file has
 * @param freed of these, what is given back at the end of boot
 */
public record Entry(Owner owner, ByteClass what, long file, long memory, long freed) {
  /** What still takes memory when the kernel has booted. */
  public long resident() {
    return memory - freed;
  }
}
