package dev.unprobed.kernel;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What was found of one unit. */
record UnitFindings(
    List<Driver> drivers, List<Declaration> declarations, List<MadeDevice> devices) {
  static final UnitFindings NONE = new UnitFindings(List.of(), List.of(), List.of());

  /**
   * By the unit that each finding is of, in the order in which they come.
   *
   * @param owner tells that from the address and the name of the function where it was found
   */
  static <U> Map<U, UnitFindings> split(Findings findings, BiFunction<Long, String, U> owner) {
    Map<U, UnitFindings> units = new LinkedHashMap<>();
    for (var found : findings.drivers()) {
      at(units, owner.apply(found.function(), found.name())).drivers().add(found.driver());
    }
    for (var found : findings.declarations()) {
      at(units, owner.apply(found.function(), found.name()))
          .declarations()
          .add(found.declaration());
    }
    for (var found : findings.devices()) {
      at(units, owner.apply(found.function(), found.name())).devices().add(found.device());
    }
    units.replaceAll((unit, found) -> found.unmodifiable());
    return units;
  }

  private static <U> UnitFindings at(Map<U, UnitFindings> units, U unit) {
    return units.computeIfAbsent(
        unit, u -> new UnitFindings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }

  private UnitFindings unmodifiable() {
    return new UnitFindings(List.copyOf(drivers), List.copyOf(declarations), List.copyOf(devices));
  }
}
