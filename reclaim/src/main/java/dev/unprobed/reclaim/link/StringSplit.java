package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.RelocationTable;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.reclaim.link.StringPool.Item;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A section of strings in two: those that nobody else has, for the unit, and the rest, for the
 * linker's pool. A string that is reached from what stays behind is left in the pool too.
 */
final class StringSplit {
  /** Where a string is now. */
  private record Place(boolean own, long offset) {}

  private final Section section;
  private final ByteArrayOutputStream own = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pooled = new ByteArrayOutputStream();
  private final TreeMap<Long, Place> places = new TreeMap<>();

  private StringSplit(Section section) {
    this.section = section;
  }

  /**
   * Decides about each string.
   *
   * @param leaves whether what a section refers to may leave with the unit, by its number
   */
  static StringSplit of(ElfFile object, Section section, StringPool pool, IntPredicate leaves) {
    StringSplit split = new StringSplit(section);
    Set<Long> reached = reached(object, section, leaves);
    for (Item item : StringPool.items(object, section)) {
      long end = item.offset() + item.text().length();
      boolean stays = reached.stream().anyMatch(r -> r >= item.offset() && r <= end);
      split.put(item, !stays && !pool.isShared(section.alignment(), item.text()));
    }
    return split;
  }

  Section section() {
    return section;
  }

  /** What goes with the unit, in bytes. */
  long ownSize() {
    return own.size();
  }

  /** Changes the object: a new section has what goes with the unit. */
  void apply(ObjectEditor editor, String name) {
    if (own.size() == 0) {
      return;
    }
    int fresh = editor.add(name, Elf.SHF_ALLOC, section.alignment(), own.toByteArray());
    editor.replace(section.index(), pooled.toByteArray());
    int symbol = editor.addSectionSymbol(fresh);
    SymbolTable symbols = editor.object().symbols();
    for (RelocationTable table : editor.object().relocations()) {
      redirect(editor, symbols, table, symbol);
    }
    for (int i = 1; i < symbols.count(); i++) {
      if (isHere(symbols, i) && symbols.type(i) != Elf.STT_SECTION) {
        Place place = place(symbols.value(i));
        editor.redefine(i, place.own() ? fresh : section.index(), place.offset());
      }
    }
  }

  private void redirect(
      ObjectEditor editor, SymbolTable symbols, RelocationTable table, int symbol) {
    for (int i = 0; i < table.count(); i++) {
      int old = table.symbol(i);
      if (isHere(symbols, old) && symbols.type(old) == Elf.STT_SECTION) {
        Place place = place(table.addend(i));
        editor.redirect(table.section(), i, place.own() ? symbol : old, place.offset());
      }
    }
  }

  private boolean isHere(SymbolTable symbols, int symbol) {
    return !symbols.isReserved(symbol) && symbols.section(symbol) == section.index();
  }

  /** The offsets that are reached from sections that do not leave. */
  private static Set<Long> reached(ElfFile object, Section section, IntPredicate leaves) {
    Set<Long> reached = new HashSet<>();
    SymbolTable symbols = object.symbols();
    for (RelocationTable table : object.relocations()) {
      for (int i = 0; i < table.count() && !leaves.test(table.section().info()); i++) {
        int symbol = table.symbol(i);
        if (!symbols.isReserved(symbol) && symbols.section(symbol) == section.index()) {
          reached.add(symbols.value(symbol) + table.addend(i));
        }
      }
    }
    return reached;
  }

  private void put(Item item, boolean isOwn) {
    ByteArrayOutputStream to = isOwn ? own : pooled;
    while (to.size() % Math.max(1, section.alignment()) != 0) {
      to.write(0);
    }
    places.put(item.offset(), new Place(isOwn, to.size()));
    to.writeBytes((item.text() + '\0').getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Also for a place inside of a string. */
  private Place place(long offset) {
    Map.Entry<Long, Place> start = places.floorEntry(offset);
    if (start == null || offset > section.size()) {
      throw new IllegalArgumentException("no string at " + offset + " of " + section.name());
    }
    Place place = start.getValue();
    return new Place(place.own(), place.offset() + offset - start.getKey());
  }
}
