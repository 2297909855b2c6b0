package dev.unprobed.kernel.elf;

/**
 * A segment (gABI, Program Header).
 *
 * @param type such as {@link Elf#PT_LOAD}
 * @param flags 1 to execute, 2 to write, 4 to read
 * @param offset where it is in the file
 * @param address in memory
 * @param physical address in memory
 * @param fileSize in bytes
 * @param memorySize in bytes; what is beyond the size in the file is zero
 * @param alignment in bytes; 0 and 1 mean none
 */
public record Segment(
    int type,
    int flags,
    long offset,
    long address,
    long physical,
    long fileSize,
    long memorySize,
    long alignment) {
  static final int NARROW_SIZE = 32;
  static final int WIDE_SIZE = 56;

  static Segment read(Fields fields) {
    return new Segment(
        fields.bytes().s32(0),
        fields.bytes().s32(fields.wide() ? 4 : 24),
        fields.word(4, 8),
        fields.word(8, 16),
        fields.word(12, 24),
        fields.word(16, 32),
        fields.word(20, 40),
        fields.word(28, 48));
  }

  public boolean isCode() {
    return (flags & 1) != 0;
  }
}
