package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.DeviceId;
import dev.unprobed.kernel.unit.Driver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who matches whom, by each bus's own rule: platform_match() in drivers/base/platform.c,
 * i2c_device_match() in drivers/i2c/i2c-core-base.c, spi_match_device() in drivers/spi/spi.c,
 * amba_match() in drivers/amba/bus.c.
 */
final class BusRules {
  private static final Set<String> BY_NAME = Set.of("platform", "i2c", "spi");

  private final KernelRules rules;

  BusRules(KernelRules rules) {
    this.rules = rules;
  }

  Optional<Candidate> match(Device device, DriverRef ref) {
    Driver driver = ref.driver();
    if (!device.modalias.isEmpty() && !BY_NAME.contains(device.bus)) {
      return byAlias(device, ref);
    }
    return switch (device.bus) {
      case "amba" -> amba(device, ref);
      case "gpio" -> certain(device, ref);
      case "i2c" -> byTree(device, ref).or(() -> byId(device, ref));
      default ->
          byTree(device, ref)
              .or(() -> byId(device, ref))
              .or(() -> driver.hasIds() ? Optional.empty() : byOwnName(device, ref));
    };
  }

  private Optional<Candidate> certain(Device device, DriverRef ref) {
    return Optional.of(new Candidate(ref, true, declines(device, ref)));
  }

  private Optional<Candidate> byTree(Device device, DriverRef ref) {
    boolean fits =
        device.node != null && ref.driver().compatibles().stream().anyMatch(id -> fits(id, device));
    return fits ? certain(device, ref) : Optional.empty();
  }

  /** Each of the three counts only where the driver gives it (__of_device_is_compatible). */
  private static boolean fits(DeviceId.Compatible id, Device device) {
    Node node = device.node;
    if (node == null || (id.compatible() + id.type() + id.name()).isEmpty()) {
      return false;
    }
    boolean compatible =
        id.compatible().isEmpty()
            || device.compatible.stream().anyMatch(id.compatible()::equalsIgnoreCase);
    boolean type = id.type().isEmpty() || node.strings("device_type").contains(id.type());
    return compatible && type && (id.name().isEmpty() || id.name().equals(node.baseName()));
  }

  private Optional<Candidate> byId(Device device, DriverRef ref) {
    boolean fits = ref.driver().ids().contains(new DeviceId.Name(device.name));
    return fits && !device.name.isEmpty() ? certain(device, ref) : Optional.empty();
  }

  /** By its bus's ids; where its driver has none, by what its unit says that it is for. */
  private Optional<Candidate> byAlias(Device device, DriverRef ref) {
    List<String> patterns =
        ref.driver().ids().stream()
            .filter(DeviceId.Alias.class::isInstance)
            .map(id -> ((DeviceId.Alias) id).pattern())
            .toList();
    return (patterns.isEmpty() ? ref.unit().aliases() : patterns)
            .stream().anyMatch(pattern -> new Glob(pattern).matches(device.modalias))
        ? certain(device, ref)
        : Optional.empty();
  }

  private Optional<Candidate> byOwnName(Device device, DriverRef ref) {
    return ref.driver().name().equals(device.name) ? certain(device, ref) : Optional.empty();
  }

  /** Of the id in the hardware only some bits may be known; they can rule a driver out. */
  private static Optional<Candidate> amba(Device device, DriverRef ref) {
    boolean certain = false;
    boolean possible = false;
    for (DeviceId id : ref.driver().ids()) {
      if (id instanceof DeviceId.Masked(long number, long mask)) {
        long known = mask & device.idMask;
        boolean agrees = mask != 0 && ((device.id ^ number) & known) == 0;
        possible |= agrees;
        certain |= agrees && device.idMask != 0;
      }
    }
    return possible ? Optional.of(new Candidate(ref, certain, false)) : Optional.empty();
  }

  /**
   * A driver for the transparent buses themselves takes one only when that is the first thing that
   * the node is (drivers/bus/simple-pm-bus.c): all others may have a driver of their own.
   */
  private boolean declines(Device device, DriverRef ref) {
    List<String> table =
        ref.driver().compatibles().stream().map(DeviceId.Compatible::compatible).toList();
    if (device.compatible.isEmpty() || !table.containsAll(List.of("simple-bus", "simple-mfd"))) {
      return false;
    }
    String matched = device.compatible.stream().filter(table::contains).findFirst().orElse("");
    return rules.transparentBuses().contains(matched)
        && !matched.equals(device.compatible.getFirst());
  }
}
