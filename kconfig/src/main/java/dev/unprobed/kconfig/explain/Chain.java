package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The shortest way from a selected symbol, over those that select it, to one that is on without
 * being selected; among the nearest of them, one that the user set.
 *
 * @param standsAlone whether a symbol has its value without being selected
 * @param byUser whether it is the user's value
 */
record Chain(Links links, Predicate<Symbol> standsAlone, Predicate<Symbol> byUser) {
  /** At least one link, for a symbol that is selected. */
  List<Link> from(Symbol symbol) {
    Map<Symbol, Link> reachedBy = new HashMap<>();
    List<Symbol> level = List.of(symbol);
    Symbol farthest = symbol;
    while (!level.isEmpty()) {
      level = next(level, symbol, reachedBy);
      Symbol root = root(level);
      if (root != null) {
        return way(symbol, root, reachedBy);
      }
      farthest = level.isEmpty() ? farthest : level.getFirst();
    }
    return way(symbol, farthest, reachedBy);
  }

  /** The selectors that are strong enough to explain their targets and were not met before. */
  private List<Symbol> next(List<Symbol> level, Symbol start, Map<Symbol, Link> reachedBy) {
    List<Symbol> next = new ArrayList<>();
    for (Symbol target : level) {
      List<Link> selects = links.selects(target);
      for (Link link : selects) {
        boolean strong = link.strength() == selects.getFirst().strength();
        if (strong && link.selector() != start && !reachedBy.containsKey(link.selector())) {
          reachedBy.put(link.selector(), link);
          next.add(link.selector());
        }
      }
    }
    return next;
  }

  private @org.jspecify.annotations.Nullable Symbol root(List<Symbol> level) {
    Symbol root = null;
    for (Symbol symbol : level) {
      if (standsAlone.test(symbol) && (root == null || !byUser.test(root) && byUser.test(symbol))) {
        root = symbol;
      }
    }
    return root;
  }

  private static List<Link> way(Symbol start, Symbol root, Map<Symbol, Link> reachedBy) {
    Deque<Link> chain = new ArrayDeque<>();
    Symbol at = root;
    while (at != start) {
      Link link = reachedBy.get(at);
      if (link == null) {
        break;
      }
      chain.addFirst(link);
      at = java.util.Objects.requireNonNull(link.line().valueSymbol());
    }
    return List.copyOf(chain);
  }
}
