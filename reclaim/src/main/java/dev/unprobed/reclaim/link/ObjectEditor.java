package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.ElfHeader;
import dev.unprobed.kernel.elf.Section;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A relocatable object of ELFCLASS64 that is being changed. Nothing that is there moves: new
 * contents, names and headers come after all of it, and the header of the file points to them.
 */
final class ObjectEditor {
  /** Where they are in the header of the file (gABI, ELF Header). */
  private static final int SECTION_OFFSET = 40;

  private static final int SECTION_COUNT = 60;
  private static final int RELOCATION = 24;
  private static final long SHF_INFO_LINK = 0x40;

  private final ElfFile object;
  private final ByteBuffer file;
  private final List<Header> headers = new ArrayList<>();
  private final Map<Integer, byte[]> contents = new LinkedHashMap<>();
  private final Map<Integer, List<Relocation>> added = new LinkedHashMap<>();
  private final Map<Integer, Relocation> redirected = new LinkedHashMap<>();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private final int symbols;
  private final SymbolEdits locals;

  ObjectEditor(ElfFile object) {
    this.object = object;
    ElfHeader header = object.header();
    if (!header.wide() || header.type() != Elf.ET_REL || header.sectionCount() == 0) {
      throw malformed("not-an-object", "this is no object of 64 bits with ordinary sections");
    }
    this.file = ByteBuffer.wrap(object.bytes().copy()).order(header.order());
    for (int i = 0; i < object.sections().size(); i++) {
      long at = header.sectionOffset() + (long) i * header.sectionSize();
      headers.add(Header.read(object.bytes().slice(at, Header.SIZE)));
    }
    names.writeBytes(object.content(object.section(header.nameSection())).copy());
    this.symbols = symbolTable();
    this.locals = new SymbolEdits(headers.get(symbols).info, header.order());
  }

  /** As it was. */
  ElfFile object() {
    return object;
  }

  /** Gives a section another name, and other flags. */
  void rename(int section, String name, long flags) {
    Header header = headers.get(section);
    header.name = name(name);
    header.flags = flags;
    if ((flags & Elf.SHF_MERGE) == 0) {
      header.entrySize = 0;
    }
  }

  /** Gives a section other bytes. */
  void replace(int section, byte[] content) {
    contents.put(section, content);
    headers.get(section).size = content.length;
  }

  /** A new section with bytes in the file. Returns its number. */
  int add(String name, long flags, long alignment, byte[] content) {
    Header header = new Header();
    header.name = name(name);
    header.type = Elf.SHT_PROGBITS;
    header.flags = flags;
    header.alignment = alignment;
    return add(header, content);
  }

  /** What is to be relocated in a new section. */
  void relocate(int section, List<Relocation> relocations) {
    Header header = new Header();
    header.name = name(".rela.unprobed");
    header.type = Elf.SHT_RELA;
    header.flags = SHF_INFO_LINK;
    header.link = symbols;
    header.info = section;
    header.alignment = 8;
    header.entrySize = RELOCATION;
    added.put(add(header, new byte[0]), relocations);
  }

  /** A local symbol for the start of a section, for relocations. */
  int addSectionSymbol(int section) {
    return locals.add(section);
  }

  /** Lets an entry of a table of relocations point elsewhere. */
  void redirect(Section table, int index, int symbol, long addend) {
    int at = Math.toIntExact(table.offset()) + index * RELOCATION;
    redirected.put(
        at, new Relocation(file.getLong(at), (int) file.getLong(at + 8), symbol, addend));
  }

  /** Lets a symbol name another place. */
  void redefine(int symbol, int section, long value) {
    int at = Math.toIntExact(headers.get(symbols).offset) + symbol * SymbolEdits.SIZE;
    file.putShort(at + 6, (short) section);
    file.putLong(at + 8, value);
  }

  /** The whole file. */
  byte[] write() {
    if (headers.size() >= Elf.SHN_LORESERVE) {
      throw malformed("too-many-sections", "it has no room for more sections");
    }
    moveSymbols();
    added.forEach((section, entries) -> replace(section, relocations(entries)));
    replace(object.header().nameSection(), names.toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(file.array());
    contents.forEach((section, content) -> {
      Header header = headers.get(section);
      pad(out, Math.max(1, header.alignment));
      header.offset = out.size();
      out.writeBytes(content);
    });
    pad(out, 8);
    return withHeaders(out);
  }

  private byte[] withHeaders(ByteArrayOutputStream out) {
    int start = out.size();
    ByteBuffer table =
        ByteBuffer.allocate(headers.size() * Header.SIZE).order(object.header().order());
    headers.forEach(header -> header.write(table));
    out.writeBytes(table.array());
    ByteBuffer whole = ByteBuffer.wrap(out.toByteArray()).order(object.header().order());
    whole.putLong(SECTION_OFFSET, start);
    whole.putShort(SECTION_COUNT, (short) headers.size());
    return whole.array();
  }

  private void moveSymbols() {
    if (!locals.isEmpty()) {
      object
          .relocations()
          .forEach(table -> {
            for (int i = 0; i < table.count(); i++) {
              int at = Math.toIntExact(table.section().offset()) + i * RELOCATION;
              put(at, table.type(i), table.symbol(i), file.getLong(at + 16));
            }
          });
      moveGroups();
      Header table = headers.get(symbols);
      byte[] old = new byte[Math.toIntExact(table.size)];
      file.get(Math.toIntExact(table.offset), old);
      table.info = locals.firstGlobal();
      replace(symbols, locals.table(old));
    }
    redirected.forEach((at, to) -> put(at, to.type(), to.symbol(), to.addend()));
  }

  private void put(int at, int type, int symbol, long addend) {
    file.putLong(at + 8, info(symbol, type));
    file.putLong(at + 16, addend);
  }

  /** The name of a group is a symbol. */
  private void moveGroups() {
    for (Header header : headers) {
      if (header.type == Elf.SHT_GROUP && header.link == symbols) {
        header.info = locals.moved(header.info);
      }
    }
  }

  private byte[] relocations(List<Relocation> entries) {
    ByteBuffer table = ByteBuffer.allocate(entries.size() * RELOCATION);
    table.order(object.header().order());
    for (Relocation entry : entries) {
      table.putLong(entry.offset());
      table.putLong(info(entry.symbol(), entry.type()));
      table.putLong(entry.addend());
    }
    return table.array();
  }

  private long info(int symbol, int type) {
    return (long) locals.moved(symbol) << 32 | Integer.toUnsignedLong(type);
  }

  private int add(Header header, byte[] content) {
    headers.add(header);
    replace(headers.size() - 1, content);
    return headers.size() - 1;
  }

  private int name(String name) {
    int at = names.size();
    names.writeBytes((name + '\0').getBytes(StandardCharsets.ISO_8859_1));
    return at;
  }

  /** Tables of REL and of extended section numbers are in no object of these machines. */
  private int symbolTable() {
    int found = 0;
    for (Section section : object.sections()) {
      switch (section.type()) {
        case Elf.SHT_SYMTAB -> found = section.index();
        case Elf.SHT_REL, Elf.SHT_SYMTAB_SHNDX ->
            throw malformed("unsupported-object", section.name() + " is not understood here");
        default -> {}
      }
    }
    if (found == 0) {
      throw malformed("unsupported-object", "it has no symbols");
    }
    return found;
  }

  private MalformedInput malformed(String check, String message) {
    return object.bytes().malformed(0, check, message);
  }

  private static void pad(ByteArrayOutputStream out, long alignment) {
    while (out.size() % alignment != 0) {
      out.write(0);
    }
  }
}
