package dev.unprobed.kernel;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.Findings.FoundDeclaration;
import dev.unprobed.kernel.driver.Findings.FoundDevice;
import dev.unprobed.kernel.driver.Findings.FoundDriver;
import dev.unprobed.kernel.pack.BuiltIn;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups what was found in an image by the unit that it is of. */
final class BuiltInUnits {
  private final BuiltInOwners owners;
  private final Map<BuiltIn, Parts> parts = new LinkedHashMap<>();
  private final Map<String, BuiltIn> byDriver = new HashMap<>();

  private record Parts(
      List<Driver> drivers, List<Declaration> declarations, List<MadeDevice> devices) {
    Parts() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  BuiltInUnits(BuiltInOwners owners, Findings findings) {
    this.owners = owners;
    owners.named().forEach(this::parts);
    findings.initCalls().forEach(call -> parts(owners.of(call)));
    findings.drivers().forEach(this::add);
    findings.declarations().forEach(this::add);
    findings.devices().forEach(this::add);
  }

  private Parts parts(BuiltIn owner) {
    return parts.computeIfAbsent(owner, key -> new Parts());
  }

  private void add(FoundDriver found) {
    BuiltIn owner = owners.of(found.function(), found.name());
    Driver driver = found.driver();
    parts(owner).drivers().add(driver);
    byDriver.put(driver.bus() + "/" + driver.name(), owner);
  }

  private void add(FoundDeclaration found) {
    parts(owners.of(found.function(), found.name())).declarations().add(found.declaration());
  }

  private void add(FoundDevice found) {
    BuiltIn maker = byDriver.get(found.device().driver());
    BuiltIn owner = maker != null ? maker : owners.of(found.function(), found.name());
    parts(owner).devices().add(found.device());
  }

  List<Unit> units() {
    return parts.entrySet().stream().map(e -> unit(e.getKey(), e.getValue())).toList();
  }

  private static Unit unit(BuiltIn owner, Parts parts) {
    return new Unit(
        owner.name(),
        owner.path(),
        Linkage.BUILT_IN,
        List.copyOf(parts.drivers()),
        List.copyOf(parts.declarations()),
        List.copyOf(parts.devices()),
        owner.aliases(),
        Set.of(),
        "");
  }
}
