package dev.unprobed.board.boot;

import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which modules user space loads for a device: those with an alias that its modalias fits. */
final class ModuleIndex {
  private final Map<String, List<Entry>> byKey = new HashMap<>();
  private final Map<String, Unit> byName = new HashMap<>();

  private record Entry(Glob pattern, Unit unit) {}

  ModuleIndex(Kernel kernel) {
    for (Unit unit : kernel.units()) {
      if (unit.linkage() == Linkage.MODULE) {
        byName.put(unit.name(), unit);
        unit.aliases().forEach(alias -> add(alias, unit));
      }
    }
  }

  private void add(String alias, Unit unit) {
    byKey.computeIfAbsent(key(alias), k -> new ArrayList<>()).add(new Entry(new Glob(alias), unit));
  }

  /** Narrows the search: the first compatible for a node, else the whole text, else the bus. */
  private static String key(String alias) {
    if (alias.startsWith("of:")) {
      int compatible = alias.indexOf('C');
      int end = alias.indexOf('C', compatible + 1);
      String text = alias.substring(compatible + 1, end < 0 ? alias.length() : end);
      return text.indexOf('*') >= 0 || compatible < 0 ? "of:" : "of:" + text;
    }
    return alias.indexOf('*') < 0 && alias.indexOf('?') < 0 && alias.indexOf('[') < 0
        ? alias
        : alias.substring(0, alias.indexOf(':') + 1);
  }

  /** The modules for a device and all that they need. */
  Set<Unit> wanted(Device device) {
    Set<Unit> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String modalias : Modalias.of(device)) {
      List<String> keys = new ArrayList<>(List.of(modalias));
      keys.add(modalias.substring(0, modalias.indexOf(':') + 1));
      if (device.node != null) {
        device.node.compatible().forEach(compatible -> keys.add("of:" + compatible));
      }
      for (String key : keys) {
        for (Entry entry : byKey.getOrDefault(key, List.of())) {
          if (entry.pattern().matches(modalias)) {
            withNeeds(entry.unit(), found);
          }
        }
      }
    }
    return found;
  }

  private void withNeeds(Unit unit, Set<Unit> into) {
    if (into.add(unit)) {
      for (String need : unit.depends()) {
        Unit needed = byName.get(need.replace('-', '_'));
        if (needed != null) {
          withNeeds(needed, into);
        }
      }
    }
  }
}
