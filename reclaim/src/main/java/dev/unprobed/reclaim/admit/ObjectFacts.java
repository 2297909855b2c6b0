package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.RelocationTable;
import dev.unprobed.kernel.elf.Section;
import dev.unprobed.kernel.elf.SymbolTable;
import dev.unprobed.kernel.tree.TreeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one object says of itself.
 *
 * @param pieces what would leave
 * @param strong names that it defines for all
 * @param weak the same, where another definition would be preferred
 * @param uses names that it needs of others, each with one place that needs it
 * @param inits its initcalls
 * @param exits how many exit functions
 * @param exports whether modules may use something of it
 * @param lookedUp texts in it, if it looks up symbols by name while the kernel runs
 * @param blockers sections that keep its unit, with the first relocation in them
 */
record ObjectFacts(
    TreeObject object,
    List<Piece> pieces,
    List<String> strong,
    List<String> weak,
    Map<String, String> uses,
    List<Initcall> inits,
    int exits,
    boolean exports,
    Set<String> lookedUp,
    List<Blocker> blockers) {

  /** Finds a symbol by its name (kernel/module). */
  private static final String LOOK_UP = "__symbol_get";

  /** A section that keeps its unit. */
  record Blocker(Reason reason, String proof) {}

  static ObjectFacts of(TreeObject object, ElfFile elf) {
    return new Reader(object, elf).read();
  }

  /** The bytes that would leave. */
  long size() {
    return pieces.stream().mapToLong(Piece::size).sum();
  }

  /** Reads one object. */
  private static final class Reader {
    private final TreeObject object;
    private final ElfFile elf;
    private final SymbolTable symbols;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Blocker> blockers = new ArrayList<>();
    private final Map<String, String> uses = new LinkedHashMap<>();
    private final List<Initcall> inits = new ArrayList<>();
    private boolean exports;
    private int exits;

    Reader(TreeObject object, ElfFile elf) {
      this.object = object;
      this.elf = elf;
      this.symbols = elf.symbols();
    }

    ObjectFacts read() {
      Map<Integer, RelocationTable> relocations = new HashMap<>();
      elf.relocations().forEach(t -> relocations.put(t.section().info(), t));
      for (Section section : elf.sections()) {
        if (section.size() > 0) {
          section(section, Optional.ofNullable(relocations.get(section.index())));
        }
      }
      List<String> strong = new ArrayList<>();
      List<String> weak = new ArrayList<>();
      definitions(strong, weak);
      inits.sort(Comparator.comparingInt(Initcall::level));
      return new ObjectFacts(
          object,
          pieces,
          strong,
          weak,
          uses,
          inits,
          exits,
          exports,
          uses.containsKey(LOOK_UP) ? texts() : Set.of(),
          blockers);
    }

    /** All that could be the name of a symbol. */
    private Set<String> texts() {
      Set<String> texts = new HashSet<>();
      elf.sections().stream()
          .filter(s -> s.isStrings() && s.isAllocated())
          .map(elf::content)
          .forEach(bytes -> {
            for (long at = 0; at < bytes.size(); ) {
              String text = bytes.string(at);
              texts.add(text);
              at += text.length() + 1;
            }
          });
      return texts;
    }

    private void section(Section section, Optional<RelocationTable> relocations) {
      SectionRole role = SectionRole.of(section);
      if (role == SectionRole.PIECE) {
        Region region = SectionRole.region(section).orElseThrow();
        long alignment = Math.max(1, section.alignment());
        pieces.add(
            new Piece(
                object.path(), section.index(), section.name(), region, section.size(), alignment));
      }
      role.refusal().ifPresent(reason -> blockers.add(blocker(reason, section, relocations)));
      exports |= SectionRole.isExport(section.name());
      if (role != SectionRole.NOT_LOADED) {
        relocations.ifPresent(table -> uses(section, table));
      }
      if (role == SectionRole.INITCALL) {
        relocations.ifPresent(table -> inits(section, table));
      }
      if (role == SectionRole.EXITCALL) {
        exits += relocations.map(RelocationTable::count).orElse(0);
      }
    }

    private Blocker blocker(Reason reason, Section section, Optional<RelocationTable> relocations) {
      String target =
          relocations.filter(t -> t.count() > 0).map(t -> " -> " + target(t, 0)).orElse("");
      return new Blocker(reason, place(section, 0) + target);
    }

    private void uses(Section section, RelocationTable table) {
      for (int i = 0; i < table.count(); i++) {
        int symbol = table.symbol(i);
        if (symbol != 0 && isElsewhere(symbol)) {
          long offset = table.offset(i);
          uses.computeIfAbsent(symbols.name(symbol), n -> place(section, offset));
        }
      }
    }

    /** A weak definition may give way to another's. */
    private boolean isElsewhere(int symbol) {
      return symbols.isUndefined(symbol) || symbols.binding(symbol) == Elf.STB_WEAK;
    }

    private String place(Section section, long offset) {
      return "%s %s+0x%x".formatted(object.path(), section.name(), offset);
    }

    private void inits(Section section, RelocationTable table) {
      int level = level(section.name());
      for (int i = 0; i < table.count(); i++) {
        int symbol = table.symbol(i);
        // A function of another object is not of this unit alone; the reader of calls sees it.
        int home = symbols.isUndefined(symbol) ? -1 : symbols.section(symbol);
        long offset = symbols.value(symbol) + table.addend(i);
        inits.add(new Initcall(object.path(), home, offset, target(table, i), level));
      }
    }

    /** Such as .initcall6.init, .initcall6s.init, .initcallrootfs.init, .initcallearly.init. */
    private static int level(String section) {
      char digit = section.charAt(".initcall".length());
      if (digit == 'r') {
        return 5;
      }
      return digit >= '0' && digit <= '7' ? digit - '0' : 0;
    }

    /** The name of what a relocation leads to. */
    private String target(RelocationTable table, int index) {
      int symbol = table.symbol(index);
      if (symbols.type(symbol) != Elf.STT_SECTION) {
        return symbols.name(symbol);
      }
      long offset = table.addend(index);
      int home = symbols.section(symbol);
      for (int i = 1; i < symbols.count(); i++) {
        boolean named = symbols.type(i) == Elf.STT_FUNC || symbols.type(i) == Elf.STT_OBJECT;
        if (named && symbols.section(i) == home && symbols.value(i) == offset) {
          return symbols.name(i);
        }
      }
      return elf.section(home).name() + "+0x" + Long.toHexString(offset);
    }

    private void definitions(List<String> strong, List<String> weak) {
      for (int i = 1; i < symbols.count(); i++) {
        if (symbols.binding(i) == Elf.STB_LOCAL || symbols.isUndefined(i)) {
          continue;
        }
        if (symbols.isReserved(i) && symbols.section(i) == Elf.SHN_COMMON) {
          blockers.add(
              new Blocker(Reason.UNMOVABLE_SECTION, object.path() + " COMMON " + symbols.name(i)));
        }
        (symbols.binding(i) == Elf.STB_WEAK ? weak : strong).add(symbols.name(i));
      }
    }
  }
}
