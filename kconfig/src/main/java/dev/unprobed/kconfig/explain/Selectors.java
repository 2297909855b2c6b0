package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The selects and implies of a tree by their targets. */
final class Selectors {
  private final Map<Symbol, List<Property>> selects = new HashMap<>();
  private final Map<Symbol, List<Property>> implies = new HashMap<>();

  Selectors(MenuTree tree) {
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        Symbol target = property.valueSymbol();
        if (target != null && property.kind() == Property.Kind.SELECT) {
          selects.computeIfAbsent(target, key -> new ArrayList<>(2)).add(property);
        } else if (target != null && property.kind() == Property.Kind.IMPLY) {
          implies.computeIfAbsent(target, key -> new ArrayList<>(2)).add(property);
        }
      }
    }
  }

  List<Property> selectsOf(Symbol target) {
    return selects.getOrDefault(target, List.of());
  }

  List<Property> impliesOf(Symbol target) {
    return implies.getOrDefault(target, List.of());
  }

  /** The symbol whose line it is. */
  static Symbol selector(Property line) {
    return Objects.requireNonNull(line.node().symbol());
  }
}
