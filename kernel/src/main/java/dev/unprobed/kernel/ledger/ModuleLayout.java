package dev.unprobed.kernel.ledger;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module as its loader lays it out (kernel/module/main.c, layout_sections(), and
 * kernel/module/kallsyms.c, layout_symtab()): what runs, what is only read, what is only read once
 * initialised, and what is written each begin on a page of their own, so that they can be protected
 * (CONFIG_STRICT_MODULE_RWX). What is for initialising has the same again, and is freed after it.
 * Since 6.4 each is an allocation of its own, and the symbols lie with the data.
 */
final class ModuleLayout {
  /** What one protection is for. */
  enum Region {
    TEXT,
    READ_ONLY,
    READ_ONLY_AFTER_INIT,
    DATA,
    SYMBOLS
  }

  private static final Set<String> NOT_KEPT = Set.of(".modinfo", "__versions");
  private static final Set<String> AFTER_INIT = Set.of(".data..ro_after_init", "__jump_table");

  private final ElfFile module;
  private final Owner owner;
  private final ModuleRules rules;
  private final Tallies tallies;
  private final ModuleStubs stubRoom;
  private final Map<Region, Long> core = new EnumMap<>(Region.class);
  private final Map<Region, Long> init = new EnumMap<>(Region.class);

  ModuleLayout(ElfFile module, Owner owner, ModuleRules rules, Tallies tallies) {
    this.module = module;
    this.owner = owner;
    this.rules = rules;
    this.tallies = tallies;
    this.stubRoom = new ModuleStubs(module);
  }

  /** Adds what the module takes to the tallies, and tells how much that is in all. */
  long lay() {
    for (Section section : module.sections()) {
      if (isKept(section)) {
        add(section);
      }
    }
    if (rules.kallsyms()) {
      addSymbols();
    }
    return round(core, false) + round(init, true);
  }

  private boolean isKept(Section section) {
    return section.isAllocated()
        && !NOT_KEPT.contains(section.name())
        && !section.name().equals(".data..percpu");
  }

  static boolean isInit(Section section) {
    return section.name().startsWith(".init");
  }

  private void add(Section section) {
    boolean stubs = stubRoom.applies(section);
    long size = stubs ? stubRoom.size(section) : section.size();
    long alignment = stubs ? stubRoom.alignment(section) : section.alignment();
    ByteClass what = stubs ? ByteClass.TEXT : SectionClass.of(section);
    add(region(section), isInit(section), alignment, size, what);
  }

  private Region region(Section section) {
    if (section.isCode() || stubRoom.applies(section)) {
      return Region.TEXT;
    }
    if (AFTER_INIT.contains(section.name())) {
      return Region.READ_ONLY_AFTER_INIT;
    }
    return section.isWritable() ? Region.DATA : Region.READ_ONLY;
  }

  private void add(Region region, boolean initial, long alignment, long size, ByteClass what) {
    Map<Region, Long> sizes = initial ? init : core;
    long at = sizes.getOrDefault(region, 0L);
    long start = alignment <= 1 ? at : (at + alignment - 1) & -alignment;
    sizes.put(region, start + size);
    tallies.add(owner, ByteClass.PADDING, 0, start - at, initial ? start - at : 0);
    tallies.add(owner, what, 0, size, initial ? size : 0);
  }

  /** All symbols while it initialises, then those of code, or of everything that stays. */
  private void addSymbols() {
    SymbolTable symbols = module.symbols();
    int entry = module.header().wide() ? 24 : 16;
    int pointer = module.header().wide() ? 8 : 4;
    long kept = 0;
    long names = 0;
    for (int i = 0; i < symbols.count(); i++) {
      if (i == 0 || staysNamed(symbols, i)) {
        kept++;
        names += symbols.name(i).length() + 1;
      }
    }
    ByteClass what = ByteClass.KALLSYMS;
    Region region = rules.symbolsApart() ? Region.SYMBOLS : Region.DATA;
    add(region, false, pointer, kept * entry + names + kept, what);
    long count = symbols.count();
    add(region, true, pointer, count * entry, what);
    add(region, true, 1, stringsSize(), what);
    add(region, true, pointer, 4L * pointer + count, what);
  }

  private boolean staysNamed(SymbolTable symbols, int index) {
    if (symbols.isUndefined(index) || symbols.isReserved(index) || symbols.name(index).isEmpty()) {
      return false;
    }
    Section section = module.section(symbols.section(index));
    if (rules.allSymbols() && section.name().equals(".data..percpu")) {
      return true;
    }
    return isKept(section)
        && !isInit(section)
        && (rules.allSymbols() || region(section) == Region.TEXT);
  }

  private long stringsSize() {
    List<Section> sections = module.sections();
    return sections.stream()
        .filter(s -> s.type() == Elf.SHT_SYMTAB)
        .findFirst()
        .map(s -> module.section(s.link()).size())
        .orElse(0L);
  }

  private long round(Map<Region, Long> sizes, boolean initial) {
    long all = 0;
    for (long size : sizes.values()) {
      long pages = (size + rules.pageSize() - 1) / rules.pageSize() * rules.pageSize();
      tallies.add(owner, ByteClass.PADDING, 0, pages - size, initial ? pages - size : 0);
      all += pages;
    }
    return all;
  }
}
