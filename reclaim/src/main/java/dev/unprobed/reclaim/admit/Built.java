package dev.unprobed.reclaim.admit;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A built-in unit: its objects, and what its code was found to register.
 *
 * @param found empty lists where the analysis of drivers knows nothing of it
 */
record Built(TreeUnit unit, List<ObjectFacts> objects, Unit found) {
  static Unit nothingFound(TreeUnit unit) {
    return new Unit(
        unit.name(),
        unit.path(),
        Linkage.BUILT_IN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        "");
  }

  String path() {
    return unit.path();
  }

  List<Piece> pieces() {
    return objects.stream().flatMap(o -> o.pieces().stream()).toList();
  }

  long size() {
    return objects.stream().mapToLong(ObjectFacts::size).sum();
  }

  /** In the order in which they run. */
  List<Initcall> inits() {
    return objects.stream()
        .flatMap(o -> o.inits().stream())
        .sorted(Comparator.comparingInt(Initcall::level))
        .toList();
  }

  int exits() {
    return objects.stream().mapToInt(ObjectFacts::exits).sum();
  }

  /** Whether the analysis of drivers found something that a device or a node can bring to life. */
  boolean hasDriver() {
    return !found.drivers().isEmpty() || !declares().isEmpty();
  }

  /** Compatibles of nodes that it is called for without a driver, but for an early console's. */
  List<String> declares() {
    return found.declarations().stream()
        .filter(d -> !d.table().equals("__earlycon_table") && !d.compatible().isEmpty())
        .map(Declaration::compatible)
        .distinct()
        .toList();
  }

  boolean exports() {
    return objects.stream().anyMatch(ObjectFacts::exports);
  }

  /** All names that it needs of others. */
  Set<String> uses() {
    return objects.stream().flatMap(o -> o.uses().keySet().stream()).collect(toUnmodifiableSet());
  }
}
