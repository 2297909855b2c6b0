package dev.unprobed.kernel.elf;

/**
 * An entry of a symbol table (gABI, Symbol Table).
 *
 * @param value an address, or in an object the offset in its section
 * @param size in bytes, 0 when not known
 * @param type such as {@link Elf#STT_FUNC}
 * @param binding such as {@link Elf#STB_GLOBAL}
 * @param visibility 0 default, 1 internal, 2 hidden, 3 protected
 * @param section the number of the section where it is defined, or {@link Elf#SHN_UNDEF}; see
 *     {@link #isInSection}
 * @param reserved whether the section is no number but a meaning, such as {@link Elf#SHN_ABS}
 */
public record ElfSymbol(
    String name,
    long value,
    long size,
    int type,
    int binding,
    int visibility,
    int section,
    boolean reserved) {
  public boolean isUndefined() {
    return section == Elf.SHN_UNDEF && !reserved;
  }

  /** Whether it names a place in a section. */
  public boolean isInSection() {
    return section != Elf.SHN_UNDEF && !reserved;
  }
}
