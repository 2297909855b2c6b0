package dev.unprobed.kernel;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.Findings.FoundDriver;
import dev.unprobed.kernel.driver.InitCall;
import dev.unprobed.kernel.pack.BuiltIn;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which unit a function of an image is of. A real System.map has the unit's name in the symbol of
 * each initcall; without one, names and the order of linking have to agree.
 */
final class BuiltInOwners {
  private static final String INITCALL = "__initcall__kmod_";

  private final List<BuiltIn> named;
  private final Map<Long, BuiltIn> owners;
  private final Map<String, BuiltIn> unknown = new HashMap<>();

  private BuiltInOwners(List<BuiltIn> named, Map<Long, BuiltIn> owners) {
    this.named = named;
    this.owners = owners;
  }

  static BuiltInOwners of(KernelPackage pack, List<BuiltIn> builtIns, Findings findings) {
    Map<Long, BuiltIn> owners = bySymbols(pack.image(), builtIns);
    if (owners.isEmpty()) {
      owners = byNames(builtIns, findings);
    }
    return new BuiltInOwners(builtIns, owners);
  }

  /** Units that could have been modules, in link order. */
  List<BuiltIn> named() {
    return named;
  }

  /** The unit of an initcall. */
  BuiltIn of(InitCall call) {
    return of(call.function(), call.name());
  }

  /** The unit of a function; a nameless one in parentheses when nothing tells. */
  BuiltIn of(long function, String name) {
    BuiltIn owner = owners.get(function);
    return owner != null
        ? owner
        : unknown.computeIfAbsent("(" + name + ")", label -> new BuiltIn("", label, List.of()));
  }

  /** From symbols such as __initcall__kmod_exynos_pmu__261_180_exynos_pmu_init2 (init.h). */
  private static Map<Long, BuiltIn> bySymbols(Program image, List<BuiltIn> builtIns) {
    Map<String, BuiltIn> byName = new HashMap<>();
    builtIns.forEach(unit -> byName.put(unit.name(), unit));
    Map<Long, BuiltIn> owners = new HashMap<>();
    for (Symbol symbol : image.symbols()) {
      int end = symbol.name().indexOf("__", INITCALL.length());
      if (symbol.name().startsWith(INITCALL) && end > 0) {
        String name = symbol.name().substring(INITCALL.length(), end);
        BuiltIn unit = byName.computeIfAbsent(name, key -> new BuiltIn("", key, List.of()));
        owners.put(target(image, symbol.address()), unit);
      }
    }
    return owners;
  }

  /** An entry of the table is a distance from itself, or on arm a pointer. */
  private static long target(Program image, long entry) {
    return image.architecture() == Architecture.ARM
        ? image.pointer(entry)
        : entry + image.at(entry).filter(b -> b.has(0, 4)).map(b -> b.s32(0)).orElse(0);
  }

  private static Map<Long, BuiltIn> byNames(List<BuiltIn> builtIns, Findings findings) {
    NameAlignment alignment = new NameAlignment(builtIns);
    findings.initCalls().forEach(call -> alignment.add(call.function(), call.name()));
    for (FoundDriver driver : findings.drivers()) {
      alignment.add(driver.function(), driver.driver().name());
    }
    byAliases(builtIns, findings)
        .forEach((driver, unit) -> alignment.know(driver.function(), unit));
    return alignment.owners();
  }

  /** A unit that says it is for "platform:foo" has the driver foo, if no other says or has that. */
  private static Map<FoundDriver, Integer> byAliases(List<BuiltIn> builtIns, Findings findings) {
    Map<String, List<Integer>> units = new HashMap<>();
    for (int i = 0; i < builtIns.size(); i++) {
      for (String alias : Set.copyOf(builtIns.get(i).aliases())) {
        units.computeIfAbsent(alias, _ -> new ArrayList<>()).add(i);
      }
    }
    Map<String, List<FoundDriver>> drivers = new HashMap<>();
    findings
        .drivers()
        .forEach(d ->
            drivers
                .computeIfAbsent(d.driver().bus() + ":" + d.driver().name(), _ -> new ArrayList<>())
                .add(d));
    Map<FoundDriver, Integer> owners = new HashMap<>();
    drivers.forEach((alias, found) -> {
      List<Integer> saying = units.getOrDefault(alias, List.of());
      if (found.size() == 1 && saying.size() == 1) {
        owners.put(found.getFirst(), saying.getFirst());
      }
    });
    return owners;
  }
}
