package dev.unprobed.board.boot;

import dev.unprobed.kernel.unit.DeviceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The drivers of one bus, by what they match. */
final class BusIndex {
  private final Map<String, List<DriverRef>> byCompatible = new HashMap<>();
  private final Map<String, List<DriverRef>> byName = new HashMap<>();
  private final List<DriverRef> byNode = new ArrayList<>();
  private final List<DriverRef> byNumber = new ArrayList<>();
  private final List<DriverRef> all = new ArrayList<>();

  void add(DriverRef ref) {
    all.add(ref);
    for (DeviceId.Compatible id : ref.driver().compatibles()) {
      if (id.compatible().isEmpty()) {
        byNode.add(ref);
      } else {
        put(byCompatible, id.compatible().toLowerCase(Locale.ROOT), ref);
      }
    }
    for (DeviceId id : ref.driver().ids()) {
      switch (id) {
        case DeviceId.Name name -> put(byName, name.name(), ref);
        case DeviceId.Compatible ignored -> {}
        case DeviceId.Masked ignored -> byNumber.add(ref);
        case DeviceId.Alias ignored -> {}
      }
    }
    put(byName, ref.driver().name(), ref);
  }

  private static void put(Map<String, List<DriverRef>> map, String key, DriverRef ref) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(ref);
  }

  List<DriverRef> all() {
    return all;
  }

  /** Every driver that could match, by order; the bus's rule has the last word. */
  List<DriverRef> near(Device device) {
    Set<DriverRef> found = new LinkedHashSet<>(byName.getOrDefault(device.name, List.of()));
    device.compatible.forEach(text -> found.addAll(byCompatible.getOrDefault(text, List.of())));
    if (device.node != null) {
      found.addAll(byNode);
    }
    if (device.bus.equals("gpio") || !device.modalias.isEmpty()) {
      found.addAll(all);
    }
    if (device.bus.equals("amba") || device.bus.equals("mdio_bus")) {
      found.addAll(byNumber);
    }
    return found.stream().sorted(Comparator.comparingInt(DriverRef::order)).toList();
  }

  /** Drivers whose table of compatibles names one of these, whatever else it asks for. */
  Set<DriverRef> naming(List<String> compatible) {
    Set<DriverRef> found = new LinkedHashSet<>();
    compatible.forEach(
        text -> found.addAll(byCompatible.getOrDefault(text.toLowerCase(Locale.ROOT), List.of())));
    return found;
  }
}
