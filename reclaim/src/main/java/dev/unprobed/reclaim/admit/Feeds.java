package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who may still bring devices for a unit's drivers. */
final class Feeds {
  private final Uses uses;
  private final List<Made> made = new ArrayList<>();
  private final Map<String, Set<String>> busCores;
  private final Map<Provision, Set<String>> providers = new HashMap<>();
  private final Map<String, Map<String, Boolean>> known = new HashMap<>();
  private final Map<String, Built> byPath = new HashMap<>();

  /** A device that a unit's code makes. */
  private record Made(String maker, MadeDevice device) {}

  /**
   * @param busCores by the name of a bus: the units that have its struct bus_type
   */
  Feeds(Collection<Built> units, Uses uses, Map<String, Set<String>> busCores) {
    this.uses = uses;
    this.busCores = busCores;
    for (Built unit : units) {
      byPath.put(unit.path(), unit);
      unit.found().devices().forEach(device -> made.add(new Made(unit.path(), device)));
      for (Driver driver : unit.found().drivers()) {
        driver
            .provisions()
            .forEach(p -> providers.computeIfAbsent(p, k -> new HashSet<>()).add(unit.path()));
      }
    }
  }

  List<Feed> of(Built unit) {
    return feeds(unit, new HashSet<>()).entrySet().stream()
        .map(e -> new Feed(e.getKey(), e.getValue()))
        .toList();
  }

  private Map<String, Boolean> feeds(Built unit, Set<String> visiting) {
    Map<String, Boolean> done = known.get(unit.path());
    if (done != null || !visiting.add(unit.path())) {
      return done == null ? Map.of() : done;
    }
    Map<String, Boolean> feeds = new TreeMap<>();
    for (Driver driver : unit.found().drivers()) {
      made(driver, feeds);
      if (!Buses.isNamed(driver.bus())) {
        found(unit, driver.bus(), feeds);
      }
    }
    feeds.remove(unit.path());
    // A maker that can itself be plugged in may come as long as its own hosts are there.
    for (String maker : List.copyOf(feeds.keySet())) {
      feeds(unit(maker), visiting)
          .forEach((host, plugged) -> {
            if (plugged && !host.equals(unit.path())) {
              feeds.put(host, true);
            }
          });
    }
    visiting.remove(unit.path());
    if (visiting.isEmpty()) {
      known.put(unit.path(), feeds);
    }
    return feeds;
  }

  private void found(Built unit, String bus, Map<String, Boolean> feeds) {
    Optional<Buses.Host> host = Buses.host(bus);
    if (host.isPresent()) {
      for (Provision provision : host.get().provisions()) {
        providers
            .getOrDefault(provision, Set.of())
            .forEach(maker -> feeds.merge(maker, host.get().pluggable(), Boolean::logicalOr));
      }
      return;
    }
    for (String core : busCores.getOrDefault(bus, Set.of())) {
      if (byPath.containsKey(core) && unit(core).hasDriver()) {
        feeds.put(core, true);
      }
      uses.users(core).keySet().stream()
          .filter(user -> byPath.containsKey(user) && unit(user).hasDriver())
          .filter(user -> !isOnlyOn(bus, user) && !user.equals(unit.path()))
          .forEach(user -> feeds.put(user, true));
    }
  }

  /** Whoever has drivers on this bus alone takes devices, and brings none. */
  private boolean isOnlyOn(String bus, String unit) {
    return unit(unit).found().drivers().stream().allMatch(d -> d.bus().equals(bus));
  }

  private Built unit(String path) {
    return Objects.requireNonNull(byPath.get(path));
  }

  private void made(Driver driver, Map<String, Boolean> feeds) {
    for (Made one : made) {
      if (matches(driver, one.device())) {
        switch (one.device().when()) {
          case PROBE -> feeds.putIfAbsent(one.maker(), false);
          case OTHER -> feeds.put(one.maker(), true);
          case ALWAYS, INIT -> {
            // When init has run, the device is there or never will be.
          }
        }
      }
    }
  }

  private static boolean matches(Driver driver, MadeDevice device) {
    return driver.bus().equals(device.bus())
        && (driver.ids().contains(new DeviceId.Name(device.name()))
            || driver.name().equals(device.name())
            || driver.compatibles().stream()
                .anyMatch(
                    c -> !c.compatible().isEmpty() && c.compatible().equals(device.compatible())));
  }
}
