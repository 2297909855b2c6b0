package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which symbols a change of Kconfig files can matter to: those whose definitions say something
 * else, and all that depend on one of them. Nothing has to be proved of the others.
 */
public final class Impact {
  private Impact() {}

  /**
   * A symbol that may have other values.
   *
   * @param before in the old tree, absent when that does not define it
   * @param after in the new tree, absent when that does not define it
   */
  public record Affected(String name, @Nullable Symbol before, @Nullable Symbol after) {}

  /** All of them, those of the new tree first. */
  public static List<Affected> of(MenuTree before, MenuTree after) {
    Fingerprints fingerprints = new Fingerprints();
    Map<String, Integer> old = fingerprints.of(before);
    Map<String, Integer> now = fingerprints.of(after);
    Set<String> changed = new HashSet<>();
    Set<String> names = new HashSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      Integer was = old.get(name);
      if (was == null || !was.equals(now.get(name))) {
        changed.add(name);
      }
    }
    Set<String> reached = reached(changed, Users.of(before), Users.of(after));
    List<Affected> affected = new ArrayList<>();
    add(affected, reached, after, before, false);
    add(affected, reached, before, after, true);
    return affected;
  }

  private static Set<String> reached(
      Set<String> from, Map<String, Set<String>> before, Map<String, Set<String>> after) {
    Set<String> reached = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      for (Map<String, Set<String>> users : List.of(before, after)) {
        for (String user : users.getOrDefault(name, Set.of())) {
          if (reached.add(user)) {
            open.add(user);
          }
        }
      }
    }
    return reached;
  }

  private static void add(
      List<Affected> affected,
      Set<String> reached,
      MenuTree tree,
      MenuTree other,
      boolean treeIsOld) {
    Map<String, Symbol> others = new HashMap<>();
    for (Symbol symbol : other.symbols()) {
      if (counts(symbol)) {
        others.put(symbol.displayName(), symbol);
      }
    }
    for (Symbol symbol : tree.symbols()) {
      String name = symbol.displayName();
      if (counts(symbol) && reached.contains(name)) {
        Symbol counterpart = others.get(name);
        if (!treeIsOld) {
          affected.add(new Affected(name, counterpart, symbol));
        } else if (counterpart == null) {
          affected.add(new Affected(name, symbol, null));
        }
      }
    }
  }

  private static boolean counts(Symbol symbol) {
    return symbol.defined() && !symbol.choice();
  }
}
