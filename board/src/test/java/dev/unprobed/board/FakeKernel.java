package dev.unprobed.board;

import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Driver.Registration;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A kernel of units that a test makes up. */
final class FakeKernel {
  private final List<Unit> units = new ArrayList<>();

  FakeKernel unit(Unit unit) {
    units.add(unit);
    return this;
  }

  /** A built-in unit of one driver, named after it. */
  FakeKernel with(Driver driver) {
    return unit(unit(driver.name(), Linkage.BUILT_IN, List.of(driver), List.of(), List.of()));
  }

  FakeKernel declaring(String table, String compatible) {
    return unit(
        new Unit(
            "declares-" + compatible,
            "",
            Linkage.BUILT_IN,
            List.of(),
            List.of(new Declaration(table, compatible)),
            List.of(),
            List.of(),
            Set.of(),
            ""));
  }

  Kernel kernel() {
    return kernel("6.1.0-test");
  }

  Kernel kernel(String release) {
    return new Kernel(
        "fake",
        release,
        Architecture.ARM64,
        Map.of("MODULES", "y", "ARM_AMBA", "y"),
        units,
        List.of());
  }

  static Unit unit(
      String name,
      Linkage linkage,
      List<Driver> drivers,
      List<MadeDevice> made,
      List<String> aliases) {
    return new Unit(name, "", linkage, drivers, List.of(), made, aliases, Set.of(), "");
  }

  static Driver platform(String name, String... compatible) {
    return driver("platform", name, 6, List.of(), Set.of(), compatible);
  }

  static Driver providing(Provision provision, String name, String... compatible) {
    return driver("platform", name, 6, List.of(), Set.of(provision), compatible);
  }

  static Driver driver(
      String bus,
      String name,
      int level,
      List<DeviceId> ids,
      Set<Provision> provisions,
      String... compatible) {
    return new Driver(
        bus,
        name,
        Stream.of(compatible).map(text -> new DeviceId.Compatible("", "", text)).toList(),
        ids,
        !ids.isEmpty(),
        List.of(),
        level,
        Registration.ALWAYS,
        false,
        provisions,
        0);
  }
}
