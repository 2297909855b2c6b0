package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes the floor of a platform: see {@link dev.unprobed.prove.repair}. */
public final class Repairer {
  private static final String SUFFIX = "_ESSENTIAL";

  private final MenuTree tree;
  private final Patch patch;
  private final Limit limit;
  private final List<String> obstacles = new ArrayList<>();
  private final List<Symbol> freed = new ArrayList<>();

  /**
   * For one tree.
   *
   * @param reader the text of a Kconfig file, a byte string
   */
  public Repairer(MenuTree tree, Function<String, String> reader, Limit limit) {
    this.tree = tree;
    this.patch = new Patch(reader);
    this.limit = limit;
  }

  /**
   * A change after which the drivers are never n where the platform is on.
   *
   * @param platform a bool
   * @param always drivers that can be n now
   * @param modular drivers that are to be m, and cannot be now
   */
  public Repair repair(Symbol platform, List<Symbol> always, List<Symbol> modular) {
    Set<Symbol> drivers = new LinkedHashSet<>(always);
    for (Symbol driver : modular) {
      if (free(platform, driver)) {
        drivers.add(driver);
      }
    }
    if (drivers.isEmpty()) {
      return new Repair(platform, patch, List.of(), freed, obstacles);
    }
    Model model = Model.of(tree);
    int when = model.value(platform).m();
    Engine engine = new Engine(model.cnf(), new LogicNgSolver());
    Needs needs = new Needs(model, engine, when, limit);
    List<Symbol> selected = List.copyOf(needs.of(List.copyOf(drivers)));
    obstacles.addAll(needs.unmet());
    addFloor(platform, selected);
    drivers.forEach(driver -> addDefault(platform, driver));
    return new Repair(platform, patch, selected, freed, obstacles);
  }

  /** Takes the platform's own select away, whether or not other lines stand against m too. */
  private boolean free(Symbol platform, Symbol driver) {
    if (driver.type() != SymbolType.TRISTATE) {
      obstacles.add(
          driver
              + " is a bool: that it may be a module is for its code to say, and no Kconfig line"
              + " alone can make it one");
      return false;
    }
    List<Property> selects =
        platform.properties().stream()
            .filter(p -> p.kind() == Property.Kind.SELECT && p.valueSymbol() == driver)
            .toList();
    if (selects.isEmpty()) {
      obstacles.add(driver + " is not kept from m by a select of " + platform);
      return false;
    }
    selects.forEach(select -> patch.remove(select.location()));
    freed.add(driver);
    return true;
  }

  private void addFloor(Symbol platform, List<Symbol> selected) {
    List<String> selects = selected.stream().map(symbol -> "\tselect " + symbol).toList();
    String name = floorName(platform);
    Symbol known = tree.find(name);
    if (known != null && known.defined()) {
      patch.addAfter(Entry.of(patch, known).lastAttribute(), selects);
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("config " + name);
    lines.add("\tdef_tristate m");
    lines.add("\tdepends on " + platform);
    lines.addAll(selects);
    lines.add("\thelp");
    lines.add("\t  What " + platform + " cannot run without. It is m, so that each of");
    lines.add("\t  these is m or y as the user likes, but never n.");
    patch.addAfter(Entry.of(patch, platform).last(), lines);
  }

  private static String floorName(Symbol platform) {
    String name = platform.displayName();
    return (name.startsWith("ARCH_") ? name.substring("ARCH_".length()) : name) + SUFFIX;
  }

  /** Whoever says nothing gets y, not the floor's m. */
  private void addDefault(Symbol platform, Symbol driver) {
    boolean there =
        driver.properties().stream()
            .filter(property -> property.kind() == Property.Kind.DEFAULT)
            .anyMatch(property ->
                names(property.value(), platform) || names(property.condition(), platform));
    if (!there && driver.properties().stream().anyMatch(Property::visible)) {
      patch.addAfter(Entry.of(patch, driver).type(), List.of("\tdefault " + platform));
    }
  }

  private static boolean names(@org.jspecify.annotations.Nullable Expr expr, Symbol symbol) {
    return expr != null
        && switch (expr.kind()) {
          case SYMBOL -> expr.leftSymbol() == symbol;
          case AND, OR -> names(expr.left(), symbol) || names(expr.right(), symbol);
          case NOT, EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, RANGE -> false;
        };
  }
}
