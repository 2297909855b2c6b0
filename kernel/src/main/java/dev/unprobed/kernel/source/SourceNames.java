package dev.unprobed.kernel.source;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Names units of a package that its files do not name, by the sources that it was built from: of
 * the units that its configuration builds in, the only one that declares a driver has it. What
 * several declare, or none, keeps its nameless unit.
 */
public final class SourceNames {
  private final UnaryOperator<String> values;
  private final SourceIndex index;
  private final Map<String, Set<String>> declaring = new HashMap<>();
  private final Map<String, BuildUnit> units = new HashMap<>();

  private SourceNames(Kernel kernel, BuildPlan plan, SourceIndex index) {
    this.values = symbol -> kernel.config().getOrDefault(symbol, "n");
    this.index = index;
    plan.units().stream().filter(unit -> unit.builtIn().holds(values)).forEach(this::add);
  }

  /** Whether there is anything to name. */
  public static boolean useful(Kernel kernel) {
    return !kernel.config().isEmpty() && kernel.units().stream().anyMatch(SourceNames::nameless);
  }

  /** The kernel with those names. */
  public static Kernel named(Kernel kernel, BuildPlan plan, SourceIndex index) {
    return new SourceNames(kernel, plan, index).named(kernel);
  }

  private void add(BuildUnit unit) {
    Predicate<BuildUnit.Part> there = part -> part.guard().holds(values);
    units.put(unit.path(), unit);
    for (Driver driver : index.unit(unit, Linkage.BUILT_IN, there).drivers()) {
      declaring.computeIfAbsent(label(driver), _ -> new TreeSet<>()).add(unit.path());
    }
  }

  private static String label(Driver driver) {
    return driver.bus() + "/" + driver.name();
  }

  private static boolean nameless(Unit unit) {
    return unit.path().isEmpty() && unit.linkage() == Linkage.BUILT_IN && !unit.drivers().isEmpty();
  }

  private Kernel named(Kernel kernel) {
    Map<String, Unit> known = new LinkedHashMap<>();
    kernel.units().stream()
        .filter(unit -> !nameless(unit))
        .forEach(unit -> known.put(unit.linkage() + unit.path() + unit.name(), unit));
    int[] counts = new int[2];
    for (Unit unit : kernel.units().stream().filter(SourceNames::nameless).toList()) {
      for (Unit part : parts(unit)) {
        counts[part.path().isEmpty() ? 0 : 1] += part.drivers().size();
        known.merge(part.linkage() + part.path() + part.name(), part, SourceNames::joined);
      }
    }
    List<String> remarks = new ArrayList<>(kernel.remarks());
    remarks.add(
        "the sources name the units of %d of %d such drivers"
            .formatted(counts[1], counts[0] + counts[1]));
    return new Kernel(
        kernel.path(),
        kernel.release(),
        kernel.architecture(),
        kernel.config(),
        ordered(known),
        List.copyOf(remarks));
  }

  /** Built-in ones come first. */
  private static List<Unit> ordered(Map<String, Unit> units) {
    return Stream.of(Linkage.BUILT_IN, Linkage.MODULE)
        .flatMap(linkage -> units.values().stream().filter(unit -> unit.linkage() == linkage))
        .toList();
  }

  /** As a whole where its drivers agree, else driver by driver. */
  private List<Unit> parts(Unit unit) {
    Map<String, List<Driver>> byPath = new LinkedHashMap<>();
    for (Driver driver : unit.drivers()) {
      byPath.computeIfAbsent(path(driver).orElse(""), _ -> new ArrayList<>()).add(driver);
    }
    if (byPath.size() == 1) {
      return List.of(renamed(unit, byPath.keySet().iterator().next(), unit.drivers(), true));
    }
    byPath.putIfAbsent("", List.of());
    return byPath.entrySet().stream()
        .map(part -> renamed(unit, part.getKey(), part.getValue(), part.getKey().isEmpty()))
        .toList();
  }

  private Optional<String> path(Driver driver) {
    Set<String> paths = declaring.getOrDefault(label(driver), Set.of());
    return paths.size() == 1 ? Optional.of(paths.iterator().next()) : Optional.empty();
  }

  /**
   * @param rest whether what no driver claims belongs to it too
   */
  private Unit renamed(Unit unit, String path, List<Driver> drivers, boolean rest) {
    BuildUnit built = units.get(path);
    List<MadeDevice> devices =
        rest
            ? unit.devices().stream().filter(device -> !claimed(device, unit, drivers)).toList()
            : unit.devices().stream().filter(device -> makes(device, drivers)).toList();
    return new Unit(
        built == null ? unit.name() : built.name(),
        path,
        unit.linkage(),
        List.copyOf(drivers),
        rest ? unit.declarations() : List.of(),
        devices,
        rest ? unit.aliases() : List.of(),
        unit.depends(),
        built == null ? unit.symbol() : built.symbol(values).orElse(""));
  }

  /** Whether a driver that went elsewhere makes it. */
  private static boolean claimed(MadeDevice device, Unit unit, List<Driver> drivers) {
    return makes(device, unit.drivers()) && !makes(device, drivers);
  }

  private static boolean makes(MadeDevice device, List<Driver> drivers) {
    return drivers.stream().anyMatch(driver -> label(driver).equals(device.driver()));
  }

  private static Unit joined(Unit one, Unit other) {
    return new Unit(
        one.name(),
        one.path(),
        one.linkage(),
        both(one.drivers(), other.drivers()),
        both(one.declarations(), other.declarations()),
        both(one.devices(), other.devices()),
        both(one.aliases(), other.aliases()),
        one.depends(),
        one.symbol().isEmpty() ? other.symbol() : one.symbol());
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
