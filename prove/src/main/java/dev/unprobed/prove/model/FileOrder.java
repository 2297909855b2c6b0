package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of the lines of a {@code .config}: each symbol where the menu has it first. */
final class FileOrder {
  private final Map<Symbol, Integer> places = new LinkedHashMap<>();

  FileOrder(MenuTree tree) {
    MenuNode root = tree.root();
    for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
      if (node.symbol() != null) {
        places.putIfAbsent(node.symbol(), places.size());
      }
    }
  }

  /** All symbols that can have a line, and choices. */
  List<Symbol> all() {
    return new ArrayList<>(places.keySet());
  }

  List<Symbol> sorted(Collection<Symbol> symbols) {
    List<Symbol> sorted = new ArrayList<>(symbols);
    sorted.sort(Comparator.comparing(symbol -> places.getOrDefault(symbol, Integer.MAX_VALUE)));
    return sorted;
  }
}
