package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.driver.DriverCode;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a repair: see {@link dev.unprobed.prove.repair}. For one repair only. */
public final class Repairer {
  private final MenuTree tree;
  private final Patch patch;
  private final Limit limit;
  private final List<String> obstacles = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Symbol> freed = new ArrayList<>();
  private final List<Symbol> pinned = new ArrayList<>();
  private final Freeing freeing;
  private final Pinning pinning;
  private @Nullable Needs asItIs;

  /**
   * For one tree.
   *
   * @param reader the text of a Kconfig file, a byte string
   * @param code asked about bools that are to be modules
   */
  public Repairer(MenuTree tree, Function<String, String> reader, DriverCode code, Limit limit) {
    this.tree = tree;
    this.patch = new Patch(reader);
    this.limit = limit;
    freeing = new Freeing(patch, code, obstacles, remarks);
    pinning = new Pinning(patch, obstacles);
  }

  /** A change after which the drivers are what is wanted, as far as that can be told before. */
  public Repair repair(Wanted wanted) {
    Platform platform = wanted.platform();
    Set<Symbol> drivers = new LinkedHashSet<>();
    Map<Symbol, String> conditional = new LinkedHashMap<>();
    for (Symbol driver : wanted.always()) {
      Symbol choice = driver.owner();
      if (choice == null) {
        drivers.add(driver);
      } else {
        pin(wanted, driver, choice);
      }
    }
    for (Symbol driver : wanted.modular()) {
      Freeing.Done done = freeing.free(platform, driver);
      if (done != Freeing.Done.NOTHING) {
        freed.add(driver);
      }
      boolean kept = done == Freeing.Done.TYPE_ONLY && current(platform).neverOff(driver);
      String condition = freeing.condition(driver);
      if (!condition.isEmpty() && !wanted.always().contains(driver)) {
        conditional.put(driver, condition);
      } else if (done == Freeing.Done.SELECT_TAKEN || kept) {
        drivers.add(driver);
      }
    }
    Set<Symbol> selected = drivers.isEmpty() ? new LinkedHashSet<>() : needs(platform, drivers);
    List<String> selects = new ArrayList<>();
    selected.forEach(symbol -> selects.add("\tselect " + symbol));
    conditional.forEach((symbol, condition) -> selects.add("\tselect " + symbol + condition));
    if (!selects.isEmpty()) {
      addFloor(platform, selects);
    }
    drivers.forEach(driver -> addDefault(platform, driver, ""));
    conditional.forEach((driver, condition) -> addDefault(platform, driver, condition));
    selected.addAll(conditional.keySet());
    return new Repair(platform, patch, List.copyOf(selected), freed, pinned, obstacles, remarks);
  }

  private void pin(Wanted wanted, Symbol member, Symbol choice) {
    if (wanted.hopeless().contains(member)) {
      obstacles.add(
          member
              + " is a member of a choice: nothing can select it, and to hide the other members on "
              + wanted.platform().text()
              + " was not enough");
    } else if (pinning.pin(wanted.platform(), member, choice)) {
      pinned.add(member);
    }
  }

  private Set<Symbol> needs(Platform platform, Set<Symbol> drivers) {
    Needs needs = current(platform);
    Set<Symbol> selected = new LinkedHashSet<>(needs.of(List.copyOf(drivers)));
    obstacles.addAll(needs.unmet());
    return selected;
  }

  /** The tree as it is, of which a formula is only made where it is asked. */
  private Needs current(Platform platform) {
    Needs current = asItIs;
    if (current == null) {
      Model model = Model.of(tree);
      int when = platform.literal(model);
      current = new Needs(model, new Engine(model.cnf(), new LogicNgSolver()), when, limit);
      asItIs = current;
    }
    return current;
  }

  private void addFloor(Platform platform, List<String> selects) {
    String name = platform.floorName();
    Symbol known = tree.find(name);
    if (known != null && known.defined()) {
      patch.addAfter(Entry.of(patch, known).lastAttribute(), selects);
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("config " + name);
    lines.add("\tdef_tristate m");
    lines.add("\tdepends on " + platform.text());
    lines.addAll(selects);
    lines.add("\thelp");
    lines.add("\t  What " + platform.text() + " cannot run without. It is m, so that each of");
    lines.add("\t  these is m or y as the user likes, but never n.");
    patch.addAfter(Entry.of(patch, platform.first()).last(), lines);
  }

  /** Whoever says nothing gets y, not the floor's m. */
  private void addDefault(Platform platform, Symbol driver, String condition) {
    boolean there =
        driver.properties().stream()
            .filter(property -> property.kind() == Property.Kind.DEFAULT)
            .anyMatch(property ->
                platform.namedBy(property.value()) || platform.namedBy(property.condition()));
    // A driver that was freed has a prompt by now.
    boolean prompt =
        freed.contains(driver) || driver.properties().stream().anyMatch(Property::visible);
    if (!there && prompt) {
      patch.addAfter(
          Entry.of(patch, driver).type(), List.of("\tdefault " + platform.text() + condition));
    }
  }
}
