package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.tree.TreeObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strings of a whole kernel, and how many objects have each. The linker keeps one copy of those
 * of equal alignment; one that a single object has can go where that object goes, at no cost.
 */
final class StringPool {
  /** A string of a section, and where it starts there. */
  record Item(long offset, String text) {}

  private record Key(long alignment, String text) {}

  private final Map<Key, Integer> objects = new HashMap<>();

  static StringPool of(BuildTree tree) throws IOException {
    StringPool pool = new StringPool();
    for (var unit : tree.builtIn()) {
      for (TreeObject object : unit.objects()) {
        Bytes bytes = object.open();
        if (ElfFile.isElf(bytes)) {
          pool.add(ElfFile.read(bytes));
        }
      }
    }
    return pool;
  }

  void add(ElfFile object) {
    object.sections().stream()
        .filter(StringPool::isPooled)
        .flatMap(s -> items(object, s).stream().map(i -> new Key(s.alignment(), i.text())))
        .distinct()
        .forEach(key -> objects.merge(key, 1, Integer::sum));
  }

  boolean isShared(long alignment, String text) {
    return objects.getOrDefault(new Key(alignment, text), 0) > 1;
  }

  /** Whether the linker merges it, string by string. */
  static boolean isPooled(Section section) {
    return section.isMergeable()
        && section.isStrings()
        && section.isAllocated()
        && section.type() == Elf.SHT_PROGBITS
        && section.entrySize() == 1
        && section.name().startsWith(".rodata");
  }

  /** Its strings; each starts at a multiple of the alignment. */
  static List<Item> items(ElfFile object, Section section) {
    Bytes content = object.content(section);
    List<Item> items = new ArrayList<>();
    long alignment = Math.max(1, section.alignment());
    for (long at = 0; at < content.size(); ) {
      String text = content.string(at);
      items.add(new Item(at, text));
      at = (at + text.length() + alignment) / alignment * alignment;
    }
    return items;
  }
}
