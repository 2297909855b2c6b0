package dev.unprobed.kernel.source;

import dev.unprobed.kernel.kbuild.BuildUnit;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Provision;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the files of one unit declare. */
final class UnitFacts {
  private static final int DEVICE_LEVEL = 6;

  private final Map<String, String> busOfType;
  private final List<FileFacts> files = new ArrayList<>();
  private final Map<String, FileFacts.Table> tables = new HashMap<>();
  private final Map<String, Integer> levels = new HashMap<>();
  private final Set<String> callees = new LinkedHashSet<>();

  UnitFacts(Map<String, String> busOfType) {
    this.busOfType = busOfType;
  }

  void add(FileFacts file) {
    files.add(file);
    file.tables.forEach(tables::putIfAbsent);
    levels.putAll(file.initcalls);
    callees.addAll(file.callees);
  }

  Unit unit(BuildUnit built, Linkage linkage) {
    List<Declaration> declarations = new ArrayList<>();
    Set<String> aliases = new LinkedHashSet<>();
    for (FileFacts file : files) {
      file.declarations.forEach(
          d -> declarations.add(new Declaration(d.section(), d.compatible())));
      aliases.addAll(file.aliases);
      for (FileFacts.DeviceTable table : file.deviceTables) {
        Optional.ofNullable(table(file, table.table()))
            .ifPresent(found -> aliases.addAll(Aliases.of(table.type(), found)));
      }
    }
    List<String> named =
        aliases.stream().map(a -> a.replace(FileFacts.MODULE_NAME, built.name())).toList();
    return new Unit(
        built.name(),
        built.path(),
        linkage,
        drivers(built.name(), linkage),
        declarations,
        List.of(),
        named,
        Set.of(),
        built.symbol());
  }

  private FileFacts.@Nullable Table table(FileFacts file, String name) {
    FileFacts.Table own = file.tables.get(name);
    return own != null ? own : tables.get(name);
  }

  private List<Driver> drivers(String module, Linkage linkage) {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    for (FileFacts file : files) {
      Set<String> done = new HashSet<>();
      for (FileFacts.Call call : file.calls) {
        for (String variable : variables(file, call.argument())) {
          if (done.add(variable)) {
            add(drivers, file, variable, call, module, linkage);
          }
        }
      }
    }
    // Registered by a way that is not understood, or by another unit.
    for (FileFacts file : files) {
      for (String variable : file.drivers.keySet()) {
        FileFacts.Call unknown = new FileFacts.Call("", variable, "");
        add(drivers, file, variable, unknown, module, linkage);
      }
    }
    return List.copyOf(drivers.values());
  }

  private List<String> variables(FileFacts file, String argument) {
    for (FileFacts other : with(file)) {
      if (other.arrays.containsKey(argument)) {
        return other.arrays.getOrDefault(argument, List.of());
      }
    }
    return List.of(argument);
  }

  private List<FileFacts> with(FileFacts first) {
    List<FileFacts> all = new ArrayList<>(List.of(first));
    all.addAll(files);
    return all;
  }

  private void add(
      Map<String, Driver> drivers,
      FileFacts file,
      String variable,
      FileFacts.Call call,
      String module,
      Linkage linkage) {
    for (FileFacts home : with(file)) {
      FileFacts.DriverVariable found = home.drivers.get(variable);
      String bus = found == null ? null : busOfType.get(found.type());
      if (found != null && bus != null) {
        Driver driver = driver(home, found, bus, call, module, linkage);
        drivers.putIfAbsent(bus + "/" + driver.name(), driver);
        return;
      }
    }
  }

  private Driver driver(
      FileFacts file,
      FileFacts.DriverVariable variable,
      String bus,
      FileFacts.Call call,
      String module,
      Linkage linkage) {
    Optional<String> idTable =
        Optional.of(last(variable.pointers(), "id_table")).filter(table -> !table.isEmpty());
    String name = last(variable.texts(), "name").replace(FileFacts.MODULE_NAME, module);
    int level = levels.getOrDefault(call.function(), DEVICE_LEVEL);
    return new Driver(
        bus,
        name,
        compatibles(file, last(variable.pointers(), "of_match_table")),
        ids(file, idTable.orElse("")),
        idTable.isPresent(),
        names(file, last(variable.pointers(), "acpi_match_table"), "id", "name"),
        linkage == Linkage.MODULE ? DEVICE_LEVEL : level,
        registration(call),
        variable.asynchronous(),
        provisions(),
        0);
  }

  /** The value of the field of that name that lies deepest: a driver's own before its wrapper's. */
  private static String last(Map<String, String> fields, String name) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().equals(name) || field.getKey().endsWith("." + name))
        .max(Comparator.comparingInt(field -> field.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse("");
  }

  private Driver.Registration registration(FileFacts.Call call) {
    if (call.callee().contains("driver_probe")) {
      return Driver.Registration.ONCE;
    }
    return levels.containsKey(call.function())
        ? Driver.Registration.ALWAYS
        : Driver.Registration.PERHAPS;
  }

  private List<DeviceId.Compatible> compatibles(FileFacts file, String name) {
    FileFacts.Table table = table(file, name);
    return table == null
        ? List.of()
        : table.entries().stream()
            .map(entry ->
                new DeviceId.Compatible(
                    entry.getOrDefault("name", ""),
                    entry.getOrDefault("type", ""),
                    entry.getOrDefault("compatible", "")))
            .toList();
  }

  private List<DeviceId> ids(FileFacts file, String name) {
    FileFacts.Table table = table(file, name);
    if (table != null && table.type().equals("amba_id")) {
      return table.entries().stream().map(UnitFacts::masked).toList();
    }
    return names(file, name, "name").stream().<DeviceId>map(DeviceId.Name::new).toList();
  }

  private static DeviceId masked(Map<String, String> entry) {
    long id = Ids.number(entry.getOrDefault("id", "")).orElse(0);
    return new DeviceId.Masked(id, Ids.number(entry.getOrDefault("mask", "")).orElse(0));
  }

  private List<String> names(FileFacts file, String name, String... fields) {
    FileFacts.Table table = table(file, name);
    List<String> names = new ArrayList<>();
    if (table != null) {
      for (Map<String, String> entry : table.entries()) {
        for (String field : fields) {
          String value = entry.getOrDefault(field, "");
          if (!value.isEmpty()) {
            names.add(value);
            break;
          }
        }
      }
    }
    return names;
  }

  private Set<Provision> provisions() {
    Set<Provision> provisions = new LinkedHashSet<>();
    callees.forEach(callee -> Provisions.of(callee).ifPresent(provisions::add));
    return Set.copyOf(provisions);
  }
}
