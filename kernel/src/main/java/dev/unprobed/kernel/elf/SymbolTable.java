package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of a file (gABI, Symbol Table), by index. Entry 0 is the undefined symbol, without a
 * name.
 */
public final class SymbolTable {
  private static final int NARROW_SIZE = 16;
  private static final int WIDE_SIZE = 24;

  private final Bytes content;
  private final boolean wide;
  private final int size;
  private final StringTable names;
  private final @Nullable Bytes extended;

  SymbolTable(Bytes content, boolean wide, StringTable names, @Nullable Bytes extended) {
    this.content = content;
    this.wide = wide;
    this.size = wide ? WIDE_SIZE : NARROW_SIZE;
    this.names = names;
    this.extended = extended;
    if (content.size() % size != 0 || content.size() / size > Integer.MAX_VALUE) {
      throw content.malformed(
          0, "bad-symbol-table", content.size() + " bytes are no whole number of symbols");
    }
  }

  static SymbolTable empty(Bytes file, boolean wide) {
    Bytes nothing = file.slice(0, 0);
    return new SymbolTable(nothing, wide, new StringTable(nothing), null);
  }

  /** How many entries there are, the first one too. */
  public int count() {
    return (int) (content.size() / size);
  }

  public String name(int index) {
    return names.string(nameOffset(index));
  }

  /** Where the name starts in its table: equal for equal names in what one tool has written. */
  public long nameOffset(int index) {
    return content.u32(start(index));
  }

  /** An address, or in an object the offset in its section. */
  public long value(int index) {
    return wide ? content.u64(start(index) + 8) : content.u32(start(index) + 4);
  }

  /** In bytes, 0 when not known. */
  public long size(int index) {
    return wide ? content.u64(start(index) + 16) : content.u32(start(index) + 8);
  }

  /** Such as {@link Elf#STT_FUNC}. */
  public int type(int index) {
    return content.u8(start(index) + (wide ? 4 : 12)) & 0xf;
  }

  /** Such as {@link Elf#STB_GLOBAL}. */
  public int binding(int index) {
    return content.u8(start(index) + (wide ? 4 : 12)) >> 4;
  }

  /** 0 default, 1 internal, 2 hidden, 3 protected. */
  public int visibility(int index) {
    return content.u8(start(index) + (wide ? 5 : 13)) & 3;
  }

  /**
   * The number of its section, from SHT_SYMTAB_SHNDX when it does not fit; when {@link #isReserved}
   * a meaning.
   */
  public int section(int index) {
    int number = written(index);
    return number == Elf.SHN_XINDEX ? extended(index) : number;
  }

  /** Whether the section is no number but a meaning, such as {@link Elf#SHN_ABS}. */
  public boolean isReserved(int index) {
    int number = written(index);
    return number >= Elf.SHN_LORESERVE && number != Elf.SHN_XINDEX;
  }

  public boolean isUndefined(int index) {
    return written(index) == Elf.SHN_UNDEF;
  }

  /** Where the names are. */
  public StringTable names() {
    return names;
  }

  /** A failure at an entry. */
  public MalformedInput malformed(int index, String check, String message) {
    return content.malformed(start(index), check, message);
  }

  /** All of an entry. */
  public ElfSymbol symbol(int index) {
    return new ElfSymbol(
        name(index),
        value(index),
        size(index),
        type(index),
        binding(index),
        visibility(index),
        section(index),
        isReserved(index));
  }

  /** A view; each look at an entry reads it. */
  public List<ElfSymbol> list() {
    return new View();
  }

  private int written(int index) {
    return content.u16(start(index) + (wide ? 6 : 14));
  }

  private int extended(int index) {
    if (extended == null) {
      throw content.malformed(
          start(index), "bad-symbol", "its section is in SHT_SYMTAB_SHNDX, which is not there");
    }
    int number = extended.s32(4L * index);
    if (number < 0) {
      throw extended.malformed(4L * index, "bad-symbol", "there is no section " + number);
    }
    return number;
  }

  private long start(int index) {
    if (index < 0 || index >= count()) {
      throw content.malformed(0, "bad-symbol", "there is no symbol " + index + " of " + count());
    }
    return (long) index * size;
  }

  private final class View extends AbstractList<ElfSymbol> implements RandomAccess {
    @Override
    public ElfSymbol get(int index) {
      return symbol(Objects.checkIndex(index, count()));
    }

    @Override
    public int size() {
      return count();
    }
  }
}
