package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.reclaim.admit.Initcall;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object of a unit that may leave, as it will be linked. */
final class UnitObject {
  private static final int R_AARCH64_PREL32 = 261;
  private static final String EXITS = ".exitcall.exit";

  private final String path;
  private final ElfFile object;
  private final Map<Integer, Piece> pieces = new HashMap<>();
  private final List<StringSplit> strings = new ArrayList<>();
  private final List<Initcall> inits;

  UnitObject(
      String path, ElfFile object, List<Piece> pieces, List<Initcall> inits, StringPool pool) {
    this.path = path;
    this.object = object;
    this.inits = inits;
    Set<Integer> leaving = new HashSet<>();
    for (Piece piece : pieces) {
      leaving.add(piece.section());
      if (!StringPool.isPooled(object.section(piece.section()))) {
        this.pieces.put(piece.section(), piece);
      }
    }
    for (Piece piece : pieces) {
      if (!this.pieces.containsKey(piece.section())) {
        Section section = object.section(piece.section());
        strings.add(StringSplit.of(object, section, pool, s -> leaves(leaving, s)));
      }
    }
  }

  /** What goes with the unit once it is linked; strings of its own come last. */
  List<Piece> linked() {
    List<Piece> linked = new ArrayList<>();
    for (Section section : object.sections()) {
      Piece piece = pieces.get(section.index());
      if (piece != null) {
        linked.add(piece);
      }
    }
    int next = object.sections().size();
    for (StringSplit split : strings) {
      if (split.ownSize() > 0) {
        Section old = split.section();
        linked.add(
            new Piece(path, next++, old.name(), Region.RODATA, split.ownSize(), old.alignment()));
      }
    }
    return linked;
  }

  /** The bytes of the object, where the unit has that rank. */
  byte[] write(int rank) {
    ObjectEditor editor = new ObjectEditor(object);
    strings.forEach(split -> split.apply(editor, SectionNames.of(Region.RODATA, rank)));
    for (Section section : object.sections()) {
      Piece piece = pieces.get(section.index());
      if (piece != null) {
        String name = SectionNames.of(piece.region(), rank);
        editor.rename(section.index(), name, SectionNames.flags(piece.region()));
      } else if (section.name().equals(EXITS)) {
        editor.rename(section.index(), SectionNames.exits(rank), Elf.SHF_ALLOC);
      }
    }
    addInits(editor, rank);
    return editor.write();
  }

  private void addInits(ObjectEditor editor, int rank) {
    if (inits.isEmpty()) {
      return;
    }
    int section =
        editor.add(SectionNames.inits(rank), Elf.SHF_ALLOC, 4, new byte[4 * inits.size()]);
    List<Relocation> relocations = new ArrayList<>();
    for (Initcall init : inits) {
      relocations.add(relocation(4L * relocations.size(), init));
    }
    editor.relocate(section, relocations);
  }

  /** By a symbol that is there: the function's own, or that of its section. */
  private Relocation relocation(long offset, Initcall init) {
    SymbolTable symbols = object.symbols();
    int start = 0;
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.section(i) != init.section() || symbols.isReserved(i)) {
        continue;
      }
      if (symbols.type(i) == Elf.STT_FUNC && symbols.value(i) == init.offset()) {
        return new Relocation(offset, R_AARCH64_PREL32, i, 0);
      }
      start = symbols.type(i) == Elf.STT_SECTION ? i : start;
    }
    if (start == 0) {
      throw object
          .bytes()
          .malformed(0, "no-symbol", "nothing names the init function " + init.function());
    }
    return new Relocation(offset, R_AARCH64_PREL32, start, init.offset());
  }

  /** What is run at boot only is gone before any unit leaves. */
  private boolean leaves(Set<Integer> leaving, int section) {
    String name = object.section(section).name();
    return leaving.contains(section)
        || name.startsWith(".init.")
        || !object.section(section).isAllocated();
  }
}
