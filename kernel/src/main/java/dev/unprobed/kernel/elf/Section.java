package dev.unprobed.kernel.elf;

/**
 * A section (gABI, Sections).
 *
 * @param index its number
 * @param type such as {@link Elf#SHT_PROGBITS}
 * @param flags such as {@link Elf#SHF_ALLOC}
 * @param address in memory; 0 in an object
 * @param offset where it is in the file
 * @param size in bytes; of a {@link Elf#SHT_NOBITS} one only in memory
 * @param link the number of another section, whose meaning depends on the type
 * @param info more, depending on the type
 * @param alignment in bytes; 0 and 1 mean none
 * @param entrySize in bytes, 0 when it is no table
 */
public record Section(
    int index,
    String name,
    int type,
    long flags,
    long address,
    long offset,
    long size,
    int link,
    int info,
    long alignment,
    long entrySize) {
  static final int NARROW_SIZE = 40;
  static final int WIDE_SIZE = 64;

  static Section read(int index, String name, Fields fields) {
    return new Section(
        index,
        name,
        fields.bytes().s32(4),
        fields.word(8, 8),
        fields.word(12, 16),
        fields.word(16, 24),
        fields.word(20, 32),
        fields.bytes().s32(fields.wide() ? 40 : 24),
        fields.bytes().s32(fields.wide() ? 44 : 28),
        fields.word(32, 48),
        fields.word(36, 56));
  }

  /** Whether it is in memory when the program runs. */
  public boolean isAllocated() {
    return (flags & Elf.SHF_ALLOC) != 0;
  }

  public boolean isWritable() {
    return (flags & Elf.SHF_WRITE) != 0;
  }

  public boolean isCode() {
    return (flags & Elf.SHF_EXECINSTR) != 0;
  }

  /** Whether a linker may merge equal entries. */
  public boolean isMergeable() {
    return (flags & Elf.SHF_MERGE) != 0;
  }

  /** Whether its entries are texts that end in NUL. */
  public boolean isStrings() {
    return (flags & Elf.SHF_STRINGS) != 0;
  }

  /** Whether it is kept or left out together with others. */
  public boolean isGrouped() {
    return (flags & Elf.SHF_GROUP) != 0;
  }

  /** Whether it takes room in the file. */
  public boolean isInFile() {
    return type != Elf.SHT_NOBITS && type != Elf.SHT_NULL;
  }
}
