package dev.unprobed.kernel;

import dev.unprobed.kernel.driver.Findings;
import dev.unprobed.kernel.driver.Findings.FoundDevice;
import dev.unprobed.kernel.driver.Findings.FoundMaker;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import dev.unprobed.kernel.unit.MadeDevice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Devices that code makes under names that cannot be read: each may be any of the names that some
 * driver of its bus goes by and that the code has, whole or as a format to be filled in. Else a
 * driver of which nothing else tells could be called dead, and bind.
 */
final class NamelessDevices {
  /** What a format of printf() is filled in with. */
  private static final Pattern HOLE = Pattern.compile("%[-+ #0-9.*]*[hlLzjt]*[a-zA-Z]");

  /** Letters that a format has to have, or it would fit everything. */
  private static final int FEWEST = 4;

  /** By bus: the names that its drivers match devices by. */
  private final Map<String, Set<String>> names = new HashMap<>();

  NamelessDevices(Collection<Driver> drivers) {
    drivers.forEach(driver -> {
      var known = names.computeIfAbsent(driver.bus(), bus -> new TreeSet<>());
      known.add(driver.name());
      for (DeviceId id : driver.ids()) {
        if (id instanceof DeviceId.Name(String name)) {
          known.add(name);
        }
      }
    });
  }

  /** The same findings, with the devices that may be made. */
  Findings complete(Findings found) {
    if (found.makers().isEmpty()) {
      return found;
    }
    List<FoundDevice> devices = new ArrayList<>(found.devices());
    Set<MadeDevice> known = new LinkedHashSet<>();
    for (FoundMaker maker : found.makers()) {
      for (String name : names(maker)) {
        var device = MadeDevice.perhaps(maker.bus(), name, maker.when(), maker.driver());
        if (known.add(device)) {
          devices.add(new FoundDevice(device, maker.function(), maker.name()));
        }
      }
    }
    return found.withDevices(devices);
  }

  private Set<String> names(FoundMaker maker) {
    var known = names.getOrDefault(maker.bus(), Set.of());
    var found = new TreeSet<String>();
    for (String text : maker.texts()) {
      if (known.contains(text)) {
        found.add(text);
      } else if (text.indexOf('%') >= 0) {
        fitting(text, known).forEach(found::add);
      }
    }
    return found;
  }

  private static Stream<String> fitting(String format, Set<String> known) {
    String[] parts = HOLE.split(format, -1);
    boolean narrow = String.join("", parts).chars().filter(Character::isLetter).count() >= FEWEST;
    if (!narrow || parts.length < 2) {
      return Stream.of();
    }
    var pattern = Stream.of(parts).map(Pattern::quote).reduce((a, b) -> a + ".*" + b);
    return pattern.stream()
        .map(Pattern::compile)
        .flatMap(p -> known.stream().filter(name -> p.matcher(name).matches()));
  }
}
