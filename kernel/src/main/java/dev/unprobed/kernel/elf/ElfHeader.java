package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.ByteOrder;

/**
 * What stands at the start of an ELF file (gABI, ELF Header). Numbers of tables are as written:
 * {@link ElfFile} knows the extended ones.
 *
 * @param wide whether it is ELFCLASS64
 * @param order of all numbers in the file
 * @param type such as {@link Elf#ET_REL}
 * @param machine such as {@link Elf#EM_AARCH64}
 * @param entry the address where to start, 0 for none
 * @param segmentOffset where the program headers are in the file, 0 for none
 * @param sectionOffset where the section headers are in the file, 0 for none
 * @param flags of the processor
 * @param size of this header in bytes
 * @param segmentSize of one program header in bytes
 * @param segmentCount e_phnum
 * @param sectionSize of one section header in bytes
 * @param sectionCount e_shnum
 * @param nameSection e_shstrndx
 */
public record ElfHeader(
    boolean wide,
    ByteOrder order,
    int type,
    int machine,
    long entry,
    long segmentOffset,
    long sectionOffset,
    int flags,
    int size,
    int segmentSize,
    int segmentCount,
    int sectionSize,
    int sectionCount,
    int nameSection) {
  private static final int MAGIC = 0x464c457f;

  static boolean isThere(Bytes file) {
    return file.has(0, 16) && file.in(ByteOrder.LITTLE_ENDIAN).s32(0) == MAGIC;
  }

  static ElfHeader read(Bytes file) {
    if (!isThere(file)) {
      throw file.malformed(0, "not-elf", "this does not start as an ELF file does");
    }
    boolean wide = oneOf(file, 4, "class") == 2;
    ByteOrder order =
        oneOf(file, 5, "byte order") == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Fields fields = new Fields(file.in(order), wide);
    int rest = wide ? 48 : 36;
    return new ElfHeader(
        wide,
        order,
        fields.bytes().u16(16),
        fields.bytes().u16(18),
        fields.word(24, 24),
        fields.word(28, 32),
        fields.word(32, 40),
        fields.bytes().s32(rest),
        fields.bytes().u16(rest + 4),
        fields.bytes().u16(rest + 6),
        fields.bytes().u16(rest + 8),
        fields.bytes().u16(rest + 10),
        fields.bytes().u16(rest + 12),
        fields.bytes().u16(rest + 14));
  }

  private static int oneOf(Bytes file, int offset, String what) {
    int value = file.u8(offset);
    if (value != 1 && value != 2) {
      throw file.malformed(
          offset, "bad-elf-header", "the " + what + " is " + value + ", not 1 or 2");
    }
    return value;
  }
}
