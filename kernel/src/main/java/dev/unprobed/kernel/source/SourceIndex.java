package dev.unprobed.kernel.source;

import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What the units of a tree would declare, read from their sources in parallel. */
public final class SourceIndex {
  private final Map<String, FileFacts> facts;
  private final Map<String, String> busOfType;

  private SourceIndex(Map<String, FileFacts> facts) {
    this.facts = new TreeMap<>(facts);
    this.busOfType = busOfType(this.facts);
  }

  /**
   * Whatever the configuration: where a preprocessor asks for a symbol, both branches count.
   *
   * @param wanted the units to read
   */
  public static SourceIndex read(Path tree, BuildPlan plan, Predicate<BuildUnit> wanted) {
    return read(tree, plan, wanted, Optional.empty());
  }

  /**
   * With a configuration that decides about #ifdef.
   *
   * @param config values by symbols without CONFIG_, without quotes; n when absent
   */
  static SourceIndex read(
      Path tree,
      BuildPlan plan,
      Predicate<BuildUnit> wanted,
      Optional<Map<String, String>> config) {
    SourceTree sources = new SourceTree(tree, macro -> defined(macro, config));
    Set<String> files = new LinkedHashSet<>();
    plan.units().stream()
        .filter(wanted)
        .forEach(unit -> unit.parts().forEach(part -> files.add(source(part.object()))));
    files.addAll(buses(plan));
    Map<String, FileFacts> facts = new ConcurrentHashMap<>();
    while (!files.isEmpty()) {
      Set<String> more = ConcurrentHashMap.newKeySet();
      List.copyOf(files).parallelStream()
          .forEach(file ->
              sources
                  .facts(file)
                  .ifPresent(found -> {
                    facts.put(file, found);
                    found.included.forEach(name -> more.add(beside(file, name)));
                  }));
      files.clear();
      more.stream().filter(file -> !facts.containsKey(file)).forEach(files::add);
    }
    return new SourceIndex(facts);
  }

  private static Truth defined(String macro, Optional<Map<String, String>> config) {
    if (config.isEmpty()) {
      return Truth.UNKNOWN;
    }
    String name = macro.startsWith("CONFIG_") ? macro.substring(7) : macro;
    String value = config.get().getOrDefault(name, "n");
    String base = name.endsWith("_MODULE") ? name.substring(0, name.length() - 7) : name;
    boolean module = config.get().getOrDefault(base, "n").equals("m");
    return Truth.of((!value.equals("n") && !value.equals("m")) || (!base.equals(name) && module));
  }

  /** Where a bus may be, of which others have drivers: units that are in the plan in any case. */
  private static Set<String> buses(BuildPlan plan) {
    Set<String> files = new LinkedHashSet<>();
    for (BuildUnit unit : plan.units()) {
      for (BuildUnit.Part part : unit.parts()) {
        String object = part.object();
        if (BUS_FILES.stream().anyMatch(object::endsWith)) {
          files.add(source(object));
        }
      }
    }
    return files;
  }

  private static final List<String> BUS_FILES =
      List.of("bus.o", "core.o", "base.o", "driver.o", "platform.o", "device.o", "type.o", "spi.o");

  private static String source(String object) {
    return object.endsWith(".o") ? object.substring(0, object.length() - 2) + ".c" : object;
  }

  private static String beside(String file, String name) {
    return Path.of(file.substring(0, file.lastIndexOf('/') + 1) + name).normalize().toString();
  }

  /** Names of buses by types of drivers. */
  private static Map<String, String> busOfType(Map<String, FileFacts> facts) {
    Map<String, String> names = new HashMap<>();
    facts.values().forEach(file -> file.buses.forEach(names::putIfAbsent));
    Map<String, String> buses = new HashMap<>();
    Map<String, String> functions = new HashMap<>();
    for (FileFacts file : facts.values()) {
      Map<String, String> here = new HashMap<>(names);
      here.putAll(file.buses);
      copy(file.busOfType, here, buses);
      copy(file.busOfFunction, here, functions);
    }
    // Drivers with a driver of a bus inside, such as spi_mem_driver.
    facts.values().forEach(file -> copy(file.wrappers, functions, buses));
    return buses;
  }

  /** What {@code names} has for the values of {@code from}. */
  private static void copy(
      Map<String, String> from, Map<String, String> names, Map<String, String> to) {
    from.forEach((key, value) -> {
      String name = names.getOrDefault(value, "");
      if (!name.isEmpty()) {
        to.putIfAbsent(key, name);
      }
    });
  }

  /** Names of buses by the types of their drivers, such as platform_driver. */
  public Map<String, String> buses() {
    return Map.copyOf(busOfType);
  }

  /**
   * A unit with what its sources declare.
   *
   * @param there whether a part of it is built
   */
  public Unit unit(BuildUnit unit, Linkage linkage, Predicate<BuildUnit.Part> there) {
    UnitFacts all = new UnitFacts(busOfType);
    for (BuildUnit.Part part : unit.parts()) {
      if (there.test(part)) {
        add(source(part.object()), all, new LinkedHashSet<>());
      }
    }
    return all.unit(unit, linkage);
  }

  /** The compatibles in all tables of a unit, also in those that no driver has. */
  public Set<String> mentioned(BuildUnit unit) {
    Set<String> compatibles = new TreeSet<>();
    for (BuildUnit.Part part : unit.parts()) {
      FileFacts found = facts.get(source(part.object()));
      if (found != null) {
        found.tables.values().stream()
            .filter(table -> table.type().equals("of_device_id"))
            .flatMap(table -> table.entries().stream())
            .map(entry -> entry.getOrDefault("compatible", ""))
            .filter(compatible -> !compatible.isEmpty())
            .forEach(compatibles::add);
      }
    }
    return compatibles;
  }

  private void add(String file, UnitFacts all, Set<String> seen) {
    FileFacts found = facts.get(file);
    if (found != null && seen.add(file)) {
      all.add(found);
      found.included.forEach(name -> add(beside(file, name), all, seen));
    }
  }
}
