package dev.unprobed.kernel.elf;

import dev.unprobed.kernel.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ELF file over its bytes. Only the header is read at once; what else is asked for is read then,
 * and what breaks the gABI's rules is a {@link dev.unprobed.kernel.bytes.MalformedInput} then.
 *
 * <p>May be shared by threads.
 */
public final class ElfFile {
  private final Bytes bytes;
  private final ElfHeader header;
  private volatile @Nullable List<Section> sections;

  private ElfFile(Bytes bytes, ElfHeader header) {
    this.bytes = bytes;
    this.header = header;
  }

  /** The file must start as ELF does, else {@code not-elf}; its order is taken from its header. */
  public static ElfFile read(Bytes file) {
    ElfHeader header = ElfHeader.read(file);
    return new ElfFile(file.in(header.order()), header);
  }

  /** Whether this starts as ELF does. */
  public static boolean isElf(Bytes file) {
    return ElfHeader.isThere(file);
  }

  public ElfHeader header() {
    return header;
  }

  /** All of the file, in its own order. */
  public Bytes bytes() {
    return bytes;
  }

  /** By number; number 0 is the null section. Empty when the file has no section headers. */
  public List<Section> sections() {
    List<Section> known = sections;
    if (known == null) {
      known = new SectionTable(bytes, header).sections();
      sections = known;
    }
    return known;
  }

  /** A section that must be there. */
  public Section section(int index) {
    if (index < 0 || index >= sections().size()) {
      throw bytes.malformed(
          header.sectionOffset(),
          "no-such-section",
          "there is no section " + index + " of " + sections().size());
    }
    return sections().get(index);
  }

  /** The first section of that name. */
  public Optional<Section> section(String name) {
    return sections().stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** What a section has in the file, in the file's order; nothing of a NOBITS one. */
  public Bytes content(Section section) {
    return SectionTable.content(bytes, section);
  }

  /** In the order of the file. */
  public List<Segment> segments() {
    int least = header.wide() ? Segment.WIDE_SIZE : Segment.NARROW_SIZE;
    int count = header.segmentCount();
    if (header.segmentOffset() == 0 || count == 0) {
      return List.of();
    }
    if (count == Elf.PN_XNUM && !sections().isEmpty()) {
      count = sections().getFirst().info();
    }
    if (header.segmentSize() < least
        || !bytes.has(header.segmentOffset(), (long) count * header.segmentSize())) {
      throw bytes.malformed(
          0, "truncated-elf", count + " program headers of " + header.segmentSize() + " bytes");
    }
    List<Segment> segments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long start = header.segmentOffset() + (long) i * header.segmentSize();
      Bytes entry = bytes.slice(start, header.segmentSize());
      segments.add(Segment.read(new Fields(entry, header.wide())));
    }
    return List.copyOf(segments);
  }

  /** The names that a section of them has. */
  public StringTable strings(Section section) {
    return new StringTable(content(section));
  }

  /** Those of the first SHT_SYMTAB; without entries when the file is stripped. */
  public SymbolTable symbols() {
    return symbols(Elf.SHT_SYMTAB);
  }

  /** Those of the first SHT_DYNSYM; without entries when there is none. */
  public SymbolTable dynamicSymbols() {
    return symbols(Elf.SHT_DYNSYM);
  }

  /** Those of a section of type SHT_SYMTAB or SHT_DYNSYM. */
  public SymbolTable symbols(Section table) {
    return new SymbolTable(
        content(table), header.wide(), strings(section(table.link())), extended(table));
  }

  /** All REL and RELA sections, in the order of the file. */
  public List<RelocationTable> relocations() {
    return sections().stream()
        .filter(s -> s.type() == Elf.SHT_RELA || s.type() == Elf.SHT_REL)
        .map(this::relocations)
        .toList();
  }

  /** Those of a section of type SHT_REL or SHT_RELA. */
  public RelocationTable relocations(Section table) {
    return new RelocationTable(table, content(table), header.wide());
  }

  /** All section groups, in the order of the file. */
  public List<SectionGroup> groups() {
    return sections().stream().filter(s -> s.type() == Elf.SHT_GROUP).map(this::group).toList();
  }

  private SectionGroup group(Section section) {
    Bytes words = content(section);
    List<Integer> members = new ArrayList<>();
    for (long at = 4; at < words.size(); at += 4) {
      members.add(section(words.s32(at)).index());
    }
    SymbolTable symbols = symbols(section(section.link()));
    int symbol = section.info();
    // A group may be named by a section symbol, which itself has no name.
    boolean plain = symbols.type(symbol) != Elf.STT_SECTION;
    String signature = plain ? symbols.name(symbol) : section(symbols.section(symbol)).name();
    return new SectionGroup(section, (words.s32(0) & 1) != 0, signature, List.copyOf(members));
  }

  private SymbolTable symbols(int type) {
    return sections().stream()
        .filter(s -> s.type() == type)
        .findFirst()
        .map(this::symbols)
        .orElseGet(() -> SymbolTable.empty(bytes, header.wide()));
  }

  private @Nullable Bytes extended(Section table) {
    return sections().stream()
        .filter(s -> s.type() == Elf.SHT_SYMTAB_SHNDX && s.link() == table.index())
        .findFirst()
        .map(this::content)
        .orElse(null);
  }
}
