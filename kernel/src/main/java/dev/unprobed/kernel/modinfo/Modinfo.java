package dev.unprobed.kernel.modinfo;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.elf.ElfFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Key and value pairs of .modinfo, in order; a key may occur often.
 *
 * @param entries as they stand there
 */
public record Modinfo(List<Entry> entries) {
  /** One of them; the value is empty when there is no equals sign. */
  public record Entry(String key, String value) {
    static Entry of(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Entry(text, "")
          : new Entry(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** Of a module or object; without entries when it has no such section. */
  public static Modinfo of(ElfFile elf) {
    return elf.section(".modinfo")
        .map(elf::content)
        .map(Modinfo::of)
        .orElse(new Modinfo(List.of()));
  }

  /** Of the section's bytes: texts that end in NUL, with more NULs between them. */
  public static Modinfo of(Bytes section) {
    List<Entry> entries = new ArrayList<>();
    byte[] bytes = section.copy();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i > start) {
          entries.add(Entry.of(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
        }
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      throw section.malformed(start, "truncated-modinfo", "the last text does not end");
    }
    return new Modinfo(List.copyOf(entries));
  }

  /**
   * The entries of built-in modules, whose keys are {@code module.key}, by the name of the module
   * in the order in which they come. What has no name in front belongs to the empty one.
   */
  public Map<String, Modinfo> byModule() {
    Map<String, List<Entry>> found = new LinkedHashMap<>();
    for (Entry entry : entries) {
      int dot = entry.key().indexOf('.');
      String module = dot < 0 ? "" : entry.key().substring(0, dot);
      found
          .computeIfAbsent(module, m -> new ArrayList<>())
          .add(new Entry(entry.key().substring(dot + 1), entry.value()));
    }
    Map<String, Modinfo> result = new LinkedHashMap<>();
    found.forEach((module, list) -> result.put(module, new Modinfo(List.copyOf(list))));
    return result;
  }

  /** All values of a key, in order. */
  public List<String> values(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).toList();
  }

  /** The first value of a key. */
  public Optional<String> value(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
  }

  /** What modprobe may be asked for and finds this module by. */
  public List<String> aliases() {
    return values("alias");
  }

  /** Names of the modules that it needs. */
  public List<String> depends() {
    return value("depends").stream()
        .flatMap(text -> List.of(text.split(",")).stream())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
