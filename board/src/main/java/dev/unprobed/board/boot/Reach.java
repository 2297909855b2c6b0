package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.Provision;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Can it ever bind? A driver whose tables name an available node can, device or no device; so can
 * one whose device the code of such a driver makes, and one on a bus that finds its devices itself,
 * when something that can bind brings that bus. What is left out of this is dead.
 */
final class Reach {
  private final KernelIndex index;
  private final Map<DriverRef, String> hopes = new HashMap<>();

  /** Those that can bind only where somebody names a device by hand. */
  private final Set<DriverRef> byHand = new HashSet<>();

  private final Set<Provision> provisions = EnumSet.noneOf(Provision.class);
  private final Map<Node, List<DriverRef>> naming = new HashMap<>();
  private final BusRules rules;
  private final Set<Unit> loaded;

  Reach(KernelIndex index, BoardFacts facts, Set<DriverRef> bound, Set<Unit> loaded) {
    this.index = index;
    this.rules = new BusRules(index.rules());
    this.loaded = loaded;
    Deque<DriverRef> open = new ArrayDeque<>();
    bound.forEach(ref -> hope(ref, "it may bind", open));
    facts
        .tree
        .nodes()
        .filter(node -> node.has("compatible") && alive(node))
        .forEach(n -> name(n, open));
    index.drivers().stream()
        .filter(ref -> there(ref.unit()))
        .filter(ref -> ref.driver().hasIds() && ref.driver().ids().isEmpty())
        .filter(ref -> ref.driver().compatibles().isEmpty())
        .forEach(ref -> hope(ref, "what is in its table of ids is not known", open));
    index.madeByUnits().stream()
        .filter(made -> there(made.unit()))
        .forEach(made -> make(made, null, open));
    while (!open.isEmpty()) {
      DriverRef ref = open.pop();
      provisions.addAll(ref.driver().provisions());
      // That somebody names just this device is one guess; what it makes has to be none.
      index.madeBy(ref).stream()
          .filter(made -> made.device().certain() || !byHand.contains(ref))
          .forEach(made -> make(made, ref, open));
      index.madeByClass(ref).forEach(made -> make(made, ref, open));
      if (open.isEmpty()) {
        busesThatFindDevices(open);
      }
    }
  }

  private boolean there(Unit unit) {
    return unit.linkage() == dev.unprobed.kernel.unit.Linkage.BUILT_IN || loaded.contains(unit);
  }

  private static boolean alive(Node start) {
    for (Node node = start; node != null; node = node.parent().orElse(null)) {
      if (!node.isAvailable()) {
        return false;
      }
    }
    return true;
  }

  private void hope(DriverRef ref, String reason, Deque<DriverRef> open) {
    if (byHand.remove(ref)) {
      hopes.put(ref, reason);
      open.add(ref);
    } else if (hopes.putIfAbsent(ref, reason) == null) {
      open.add(ref);
    }
  }

  private void name(Node node, Deque<DriverRef> open) {
    List<DriverRef> refs = new ArrayList<>();
    for (String bus : index.busNames()) {
      Device stand = new Device(bus, vendorless(node), node.name(), node, null, "");
      if (bus.equals("amba")) {
        PrimeCell cell = PrimeCell.of(node);
        stand.id = cell.id();
        stand.idMask = cell.mask();
      }
      if (bus.equals("gpio") || (bus.equals("amba") && !node.isCompatible("arm,primecell"))) {
        continue;
      }
      index.bus(bus).stream()
          .flatMap(one -> one.near(stand).stream())
          .filter(ref -> rules.match(stand, ref).filter(c -> !c.declines()).isPresent())
          .forEach(refs::add);
    }
    refs.sort(Comparator.comparingInt(DriverRef::order));
    naming.put(node, List.copyOf(refs));
    refs.stream()
        .filter(ref -> there(ref.unit()) || !ref.isModule())
        .forEach(ref -> hope(ref, node.path() + " matches it, but is no device yet", open));
  }

  private static String vendorless(Node node) {
    String first = node.compatible().isEmpty() ? "" : node.compatible().getFirst();
    return first.substring(first.indexOf(',') + 1);
  }

  private void make(
      KernelIndex.Made made,
      @org.jspecify.annotations.Nullable DriverRef by,
      Deque<DriverRef> open) {
    Device stand =
        new Device(
            made.device().bus(),
            made.device().name(),
            made.device().name(),
            null,
            null,
            made.unit().name());
    index.bus(stand.bus).stream()
        .flatMap(bus -> bus.near(stand).stream())
        .filter(ref -> rules.match(stand, ref).isPresent())
        .forEach(ref ->
            hope(
                ref,
                made.unit().name()
                    + " may make its device"
                    + (by == null ? "" : " if " + by.label() + " binds"),
                open));
  }

  private void busesThatFindDevices(Deque<DriverRef> open) {
    for (String bus : index.busNames()) {
      Optional<String> how = FoundBuses.how(bus, provisions);
      List<DriverRef> refs = index.bus(bus).map(BusIndex::all).orElse(List.of());
      for (DriverRef ref : how.isPresent() ? refs : List.<DriverRef>of()) {
        if (!hopes.containsKey(ref)) {
          hope(ref, how.get(), open);
          if (FoundBuses.isByHand(bus)) {
            byHand.add(ref);
          }
        }
      }
    }
  }

  Optional<String> hope(DriverRef ref) {
    return Optional.ofNullable(hopes.get(ref));
  }

  List<DriverRef> naming(Node node) {
    return naming.getOrDefault(node, List.of());
  }
}
