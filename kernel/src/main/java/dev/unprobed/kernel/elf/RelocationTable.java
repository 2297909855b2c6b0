package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.nio.ByteOrder;

/**
 * The relocations of one section, REL or RELA (gABI, Relocation), by index.
 *
 * <p>MIPS64 packs the type otherwise; its types here are what the general rule makes of them.
 */
public final class RelocationTable {
  private final Section section;
  private final Bytes content;
  private final boolean wide;
  private final boolean explicit;
  private final int size;

  RelocationTable(Section section, Bytes content, boolean wide) {
    this.section = section;
    this.content = content;
    this.wide = wide;
    this.explicit = section.type() == Elf.SHT_RELA;
    this.size = (wide ? 16 : 8) + (explicit ? wide ? 8 : 4 : 0);
    if (content.size() % size != 0 || content.size() / size > Integer.MAX_VALUE) {
      throw content.malformed(
          0, "bad-relocations", content.size() + " bytes are no whole number of relocations");
    }
  }

  /** The table itself: its sh_info is the section to relocate, its sh_link the symbol table. */
  public Section section() {
    return section;
  }

  public int count() {
    return (int) (content.size() / size);
  }

  /** Where: an address, or in an object the offset in the section. */
  public long offset(int index) {
    return wide ? content.u64(start(index)) : content.u32(start(index));
  }

  /** The processor's number for what to do. */
  public int type(int index) {
    return wide ? content.s32(typeAt(index)) : content.s32(start(index) + 4) & 0xff;
  }

  /** The index in the symbol table; 0 for none. */
  public int symbol(int index) {
    return wide ? content.s32(symbolAt(index)) : content.s32(start(index) + 4) >>> 8;
  }

  /** Whether the addends stand here (RELA), not in the place that is relocated (REL). */
  public boolean hasAddends() {
    return explicit;
  }

  /** What to add, signed; 0 when the addends do not stand here. */
  public long addend(int index) {
    if (!explicit) {
      return 0;
    }
    return wide ? content.u64(start(index) + 16) : content.s32(start(index) + 8);
  }

  /** Where an entry is, for messages. */
  public MalformedInput malformed(int index, String check, String message) {
    return content.malformed(start(index), check, message);
  }

  private long typeAt(int index) {
    return start(index) + (isLittle() ? 8 : 12);
  }

  private long symbolAt(int index) {
    return start(index) + (isLittle() ? 12 : 8);
  }

  private boolean isLittle() {
    return content.order() == ByteOrder.LITTLE_ENDIAN;
  }

  private long start(int index) {
    return (long) index * size;
  }
}
