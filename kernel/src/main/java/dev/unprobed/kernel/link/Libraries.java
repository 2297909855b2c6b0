package dev.unprobed.kernel.link;

import dev.unprobed.kernel.elf.Elf;
import dev.unprobed.kernel.elf.SymbolTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members of libraries a linker takes, and in which order: those that define a symbol that
 * something before them needs, again and again over all libraries until none is missing
 * (--start-group).
 */
public final class Libraries {
  private final Set<String> defined = new HashSet<>();
  private final Set<String> needed = new HashSet<>();

  private Libraries() {}

  /**
   * The members that a link needs.
   *
   * @param objects what is linked whole, before and after the libraries; what comes after them
   *     needs nothing of them
   * @param libraries the members of each
   */
  public static List<LinkInput> pull(List<LinkInput> objects, List<List<LinkInput>> libraries) {
    Libraries state = new Libraries();
    objects.forEach(state::add);
    Set<LinkInput> pulled = new LinkedHashSet<>();
    int before;
    do {
      before = pulled.size();
      libraries.forEach(members -> state.pullFrom(members, pulled));
    } while (pulled.size() > before);
    return new ArrayList<>(pulled);
  }

  private void pullFrom(List<LinkInput> members, Set<LinkInput> pulled) {
    int before;
    do {
      before = pulled.size();
      for (LinkInput member : members) {
        if (!pulled.contains(member) && isNeeded(member)) {
          pulled.add(member);
          add(member);
        }
      }
    } while (pulled.size() > before);
  }

  private boolean isNeeded(LinkInput member) {
    SymbolTable symbols = member.elf().symbols();
    for (int i = symbols.count() - 1; i > 0 && symbols.binding(i) != Elf.STB_LOCAL; i--) {
      String name = symbols.name(i);
      if (!symbols.isUndefined(i) && needed.contains(name) && !defined.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** A weak reference takes no member out of a library. */
  private void add(LinkInput input) {
    SymbolTable symbols = input.elf().symbols();
    for (int i = symbols.count() - 1; i > 0 && symbols.binding(i) != Elf.STB_LOCAL; i--) {
      if (!symbols.isUndefined(i)) {
        defined.add(symbols.name(i));
      } else if (symbols.binding(i) == Elf.STB_GLOBAL) {
        needed.add(symbols.name(i));
      }
    }
  }
}
