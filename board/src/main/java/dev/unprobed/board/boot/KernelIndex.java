package dev.unprobed.board.boot;

import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kernel, ready to be asked about many boards. Immutable; several threads may ask at once. */
public final class KernelIndex {
  private final Kernel kernel;
  private final KernelRules rules;
  private final List<DriverRef> drivers = new ArrayList<>();
  private final Map<String, BusIndex> buses = new HashMap<>();
  private final Map<String, Set<String>> declared = new HashMap<>();
  private final Set<String> keeping = new HashSet<>();
  private final Map<String, List<Made>> madeByDriver = new HashMap<>();
  private final List<Made> madeByUnit = new ArrayList<>();
  private final IdentityHashMap<Unit, List<DriverRef>> ofUnit = new IdentityHashMap<>();
  private final ModuleIndex modules;

  /** A device that a unit's code makes. */
  record Made(Unit unit, MadeDevice device) {}

  private KernelIndex(Kernel kernel) {
    this.kernel = kernel;
    this.rules = KernelRules.of(kernel);
    number();
    for (DriverRef ref : drivers) {
      buses.computeIfAbsent(ref.driver().bus(), bus -> new BusIndex()).add(ref);
      ofUnit.computeIfAbsent(ref.unit(), unit -> new ArrayList<>()).add(ref);
    }
    kernel.units().forEach(this::declarations);
    kernel.units().forEach(this::madeDevices);
    modules = new ModuleIndex(kernel);
  }

  public static KernelIndex of(Kernel kernel) {
    return new KernelIndex(kernel);
  }

  public Kernel kernel() {
    return kernel;
  }

  public KernelRules rules() {
    return rules;
  }

  /** Built-in ones as they register, then those of modules. */
  public List<DriverRef> drivers() {
    return List.copyOf(drivers);
  }

  private void number() {
    record Place(Unit unit, int unitIndex, int driverIndex, int level) {}
    List<Place> places = new ArrayList<>();
    for (int u = 0; u < kernel.units().size(); u++) {
      Unit unit = kernel.units().get(u);
      for (int d = 0; d < unit.drivers().size(); d++) {
        boolean module = unit.linkage() == Linkage.MODULE;
        places.add(new Place(unit, u, d, module ? 8 : unit.drivers().get(d).level()));
      }
    }
    places.sort(
        Comparator.comparingInt(Place::level)
            .thenComparingInt(Place::unitIndex)
            .thenComparingInt(Place::driverIndex));
    for (Place place : places) {
      drivers.add(
          new DriverRef(
              place.unit(), place.unit().drivers().get(place.driverIndex()), drivers.size()));
    }
  }

  /** A module comes too late for these. */
  private void declarations(Unit unit) {
    if (unit.linkage() == Linkage.BUILT_IN) {
      for (Declaration declaration : unit.declarations()) {
        String key = declaration.compatible().toLowerCase(Locale.ROOT);
        declared.computeIfAbsent(key, k -> new HashSet<>()).add(declaration.table());
        if (declaration.keepsDevice()) {
          keeping.add(key);
        }
      }
    }
  }

  private void madeDevices(Unit unit) {
    for (MadeDevice device : unit.devices()) {
      Made made = new Made(unit, device);
      if (device.when() != MadeDevice.When.PROBE) {
        madeByUnit.add(made);
      } else if (!device.driver().isEmpty()) {
        madeByDriver.computeIfAbsent(device.driver(), k -> new ArrayList<>()).add(made);
      } else {
        unit.drivers()
            .forEach(d ->
                madeByDriver
                    .computeIfAbsent(d.bus() + "/" + d.name(), k -> new ArrayList<>())
                    .add(made));
      }
    }
  }

  /** Whether devices come onto a bus while the machine runs, and not only from the device tree. */
  public static boolean findsDevices(String bus) {
    return FoundBuses.findsDevices(bus);
  }

  /** Whether somebody has to name the devices that come onto a bus while the machine runs. */
  public static boolean isByHand(String bus) {
    return FoundBuses.isByHand(bus);
  }

  /** Why nothing can bring a device for a driver that is dead. */
  public static String proof(DriverRef ref) {
    return FoundBuses.lacking(ref.driver().bus());
  }

  Optional<BusIndex> bus(String name) {
    return Optional.ofNullable(buses.get(name));
  }

  Set<String> busNames() {
    return buses.keySet();
  }

  List<DriverRef> of(Unit unit) {
    return ofUnit.getOrDefault(unit, List.of());
  }

  /** The tables whose functions the kernel calls for a node, without a driver. */
  Set<String> tables(List<String> compatible) {
    Set<String> found = new LinkedHashSet<>();
    compatible.forEach(
        c -> found.addAll(declared.getOrDefault(c.toLowerCase(Locale.ROOT), Set.of())));
    return found;
  }

  /** Whether a declared node becomes a device all the same. */
  boolean keepsDevice(List<String> compatible) {
    return compatible.stream().anyMatch(c -> keeping.contains(c.toLowerCase(Locale.ROOT)));
  }

  /** What the driver's binding brings, by code of its own unit. */
  List<Made> madeBy(DriverRef ref) {
    return madeByDriver.getOrDefault(ref.label(), List.of()).stream()
        .filter(made -> made.unit().equals(ref.unit()))
        .toList();
  }

  /** What others make when the driver brings a device of a class that they look out for. */
  List<Made> madeByClass(DriverRef ref) {
    return ref.driver().provisions().contains(Provision.RTC)
        ? madeByDriver.getOrDefault(MadeDevice.CLASS + "rtc", List.of())
        : List.of();
  }

  /** What a unit makes without any of its drivers' binding. */
  List<Made> madeByUnit(Unit unit) {
    return madeByUnit.stream().filter(made -> made.unit().equals(unit)).toList();
  }

  List<Made> madeByUnits() {
    return madeByUnit;
  }

  ModuleIndex modules() {
    return modules;
  }
}
