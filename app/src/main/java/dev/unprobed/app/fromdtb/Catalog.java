package dev.unprobed.app.fromdtb;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.kbuild.Condition;
import dev.unprobed.kernel.source.SourceIndex;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who in a tree drives what, whatever the configuration. */
public final class Catalog {
  /** They speak early and are no drivers; what binds is another entry. */
  private static final String EARLY_CONSOLES = "__earlycon_table";

  private final Map<String, List<Provider>> byCompatible = new LinkedHashMap<>();
  private final Map<String, List<Provider>> byName = new LinkedHashMap<>();
  private final Map<String, List<String>> mentions = new LinkedHashMap<>();
  private final List<Masked> amba = new ArrayList<>();

  private record Masked(DeviceId.Masked id, Provider provider) {}

  private Catalog() {}

  /** Of all units of a plan whose sources the index has. */
  public static Catalog of(BuildPlan plan, SourceIndex index) {
    Catalog catalog = new Catalog();
    for (BuildUnit unit : plan.units()) {
      catalog.add(unit, index);
      for (String compatible : index.mentioned(unit)) {
        catalog.mentions.computeIfAbsent(compatible, _ -> new ArrayList<>()).add(unit.path());
      }
    }
    return catalog;
  }

  private void add(BuildUnit unit, SourceIndex index) {
    Predicate<BuildUnit.Part> core = part -> part.guard().equals(Condition.always());
    Unit always = index.unit(unit, Linkage.BUILT_IN, core);
    Set<String> known = new HashSet<>();
    add(unit, Condition.always(), always, known);
    for (BuildUnit.Part part : unit.parts()) {
      if (!core.test(part)) {
        Unit more = index.unit(unit, Linkage.BUILT_IN, p -> core.test(p) || p.equals(part));
        add(unit, part.guard(), more, known);
      }
    }
  }

  private void add(BuildUnit unit, Condition part, Unit read, Set<String> known) {
    for (Driver driver : read.drivers()) {
      String name = driver.bus() + "/" + driver.name();
      if (known.add(name)) {
        add(driver, new Provider(unit, part, driver.bus(), name, false, driver.provisions()));
      }
    }
    for (Declaration declaration : read.declarations()) {
      String table = declaration.table();
      if (!table.equals(EARLY_CONSOLES) && known.add(table + " " + declaration.compatible())) {
        Provider provider = new Provider(unit, part, table, table, true, Set.of());
        put(byCompatible, declaration.compatible(), provider);
      }
    }
  }

  private void add(Driver driver, Provider provider) {
    driver.compatibles().stream()
        .map(DeviceId.Compatible::compatible)
        .filter(compatible -> !compatible.isEmpty())
        .forEach(compatible -> put(byCompatible, compatible, provider));
    for (DeviceId id : driver.ids()) {
      switch (id) {
        case DeviceId.Name name -> put(byName, driver.bus() + "/" + name.name(), provider);
        case DeviceId.Masked masked -> amba.add(new Masked(masked, provider));
        case DeviceId.Compatible _, DeviceId.Alias _ -> {}
      }
    }
    if (!driver.hasIds()) {
      put(byName, provider.name(), provider);
    }
  }

  private static void put(Map<String, List<Provider>> map, String key, Provider provider) {
    List<Provider> providers = map.computeIfAbsent(key, _ -> new ArrayList<>());
    if (!providers.contains(provider)) {
      providers.add(provider);
    }
  }

  List<Provider> compatible(String compatible) {
    return byCompatible.getOrDefault(compatible, List.of());
  }

  /** The units with code, though no driver, that looks for the compatible. */
  List<String> mentioned(String compatible) {
    return mentions.getOrDefault(compatible, List.of());
  }

  /** By the name of a device on a bus, as for I2C and SPI without a table of compatibles. */
  List<Provider> named(String bus, String name) {
    return byName.getOrDefault(bus + "/" + name, List.of());
  }

  List<Provider> amba(long id) {
    return amba.stream()
        .filter(entry -> (id & entry.id().mask()) == entry.id().id())
        .map(Masked::provider)
        .toList();
  }
}
