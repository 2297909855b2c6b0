package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.ElfFile;
import dev.unprobed.kernel.elf.SymbolTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the symbol table of the output says that the parts are.
 *
 * <p>GNU ld and lld write the local symbols of one input next to each other, in the input's order,
 * after a symbol of type STT_FILE (of which ld makes one up where the input has none). Global
 * symbols follow and are told by their names.
 */
final class Anchors {
  /** How many groups without an input may lie between two that have one. */
  private static final int MOST_SKIPPED = 200;

  private final SymbolTable symbols;
  private final List<Integer> groups = new ArrayList<>();
  private final Map<String, Integer> globals = new HashMap<>();
  private int end;
  private int group;
  private int conflicts;

  private Anchors(ElfFile output) {
    this.symbols = output.symbols();
    this.end = symbols.count();
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.binding(i) != Elf.STB_LOCAL) {
        end = Math.min(end, i);
        globals.putIfAbsent(symbols.name(i), i);
      } else if (symbols.type(i) == Elf.STT_FILE) {
        groups.add(i);
      }
    }
  }

  /**
   * Sets the anchors of parts.
   *
   * @param inputs the parts of each input, the inputs in the order in which the linker wrote them
   * @return how many symbols contradicted an anchor that was set before
   */
  static int set(ElfFile output, List<List<Part>> inputs) {
    Anchors anchors = new Anchors(output);
    for (List<Part> parts : inputs) {
      anchors.set(parts);
    }
    return anchors.conflicts;
  }

  private void set(List<Part> parts) {
    Map<Integer, Part> bySection = new HashMap<>();
    parts.forEach(part -> bySection.put(part.section.index(), part));
    LinkInput input = parts.getFirst().input;
    SymbolTable own = input.elf().symbols();
    int files = locals(input, own, bySection);
    group += files;
    for (int i = 1; i < own.count(); i++) {
      if (own.binding(i) == Elf.STB_GLOBAL && !own.isUndefined(i) && !own.isReserved(i)) {
        anchor(bySection.get(own.section(i)), globals.get(own.name(i)), own.value(i));
      }
    }
  }

  /** The number of groups that the input has in the output. */
  private int locals(LinkInput input, SymbolTable own, Map<Integer, Part> parts) {
    List<Integer> expected = expected(own, parts);
    if (expected.isEmpty()) {
      return 0;
    }
    boolean named = own.type(expected.getFirst()) == Elf.STT_FILE;
    String name =
        named
            ? own.name(expected.getFirst())
            : input.path().substring(input.path().lastIndexOf('/') + 1);
    int start = find(name);
    if (start < 0) {
      return 0;
    }
    group = start;
    int files = (int) expected.stream().filter(i -> own.type(i) == Elf.STT_FILE).count();
    int count = Math.max(1, files);
    match(own, expected, parts, groups.get(start), startOf(start + count));
    return count;
  }

  private int find(String name) {
    for (int i = group; i < Math.min(groups.size(), group + MOST_SKIPPED); i++) {
      if (symbols.name(groups.get(i)).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int startOf(int index) {
    return index < groups.size() ? groups.get(index) : end;
  }

  /** The local symbols that are to be in the output. */
  private static List<Integer> expected(SymbolTable own, Map<Integer, Part> parts) {
    List<Integer> expected = new ArrayList<>();
    for (int i = 1; i < own.count() && own.binding(i) == Elf.STB_LOCAL; i++) {
      boolean kept = own.isReserved(i) || parts.containsKey(own.section(i));
      if (kept && own.type(i) != Elf.STT_SECTION && !own.isUndefined(i)) {
        expected.add(i);
      }
    }
    return expected;
  }

  /** Both lists have the same order; either may have names that the other has not. */
  private void match(
      SymbolTable own, List<Integer> expected, Map<Integer, Part> parts, int from, int to) {
    int next = 0;
    for (int i = from; i < to; i++) {
      int found = next;
      while (found < expected.size() && !isSame(own, expected.get(found), i)) {
        found++;
      }
      if (found < expected.size()) {
        int symbol = expected.get(found);
        if (!own.isReserved(symbol)) {
          anchor(parts.get(own.section(symbol)), i, own.value(symbol));
        }
        next = found + 1;
      }
    }
  }

  private boolean isSame(SymbolTable own, int index, int inOutput) {
    return own.type(index) == symbols.type(inOutput)
        && own.size(index) == symbols.size(inOutput)
        && own.name(index).equals(symbols.name(inOutput));
  }

  private void anchor(@Nullable Part part, @Nullable Integer symbol, long offset) {
    if (part == null || symbol == null || part.isMerged() || part.dropped) {
      return;
    }
    long address = symbols.value(symbol) - offset;
    if (part.anchor == Part.NOWHERE) {
      part.anchor = address;
    } else if (part.anchor != address) {
      conflicts++;
    }
  }
}
