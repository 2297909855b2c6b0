package dev.unprobed.kernel.unit;

import java.util.List;
import java.util.Set;

/**
 * A struct device_driver that a unit's code registers (include/linux/device/driver.h).
 *
 * @param bus the name of its bus_type, such as platform
 * @param name as under /sys/bus/BUS/drivers
 * @param compatibles its of_match_table, in order
 * @param ids its table of the bus's own ids, in order
 * @param hasIds whether it has such a table at all, if only an empty one: a platform driver that
 *     has one is not matched by name
 * @param acpi its acpi_match_table: the ids
 * @param level the initcall level in which it is registered, 0 (pure) to 7 (late); 6 for a module
 * @param registration in which way
 * @param asynchronous whether PROBE_PREFER_ASYNCHRONOUS is asked for
 * @param provisions what its probe function makes possible
 * @param demands what its probe fails without
 * @param populates compatibles of nodes that are not its own and whose children it makes devices of
 * @param address of its struct device_driver in the program that it was read from
 */
public record Driver(
    String bus,
    String name,
    List<DeviceId.Compatible> compatibles,
    List<DeviceId> ids,
    boolean hasIds,
    List<String> acpi,
    int level,
    Registration registration,
    boolean asynchronous,
    Set<Provision> provisions,
    Set<Demand> demands,
    Set<String> populates,
    long address) {

  /** One of whose demands nothing is known. */
  public Driver(
      String bus,
      String name,
      List<DeviceId.Compatible> compatibles,
      List<DeviceId> ids,
      boolean hasIds,
      List<String> acpi,
      int level,
      Registration registration,
      boolean asynchronous,
      Set<Provision> provisions,
      long address) {
    this(
        bus,
        name,
        compatibles,
        ids,
        hasIds,
        acpi,
        level,
        registration,
        asynchronous,
        provisions,
        Set.of(),
        Set.of(),
        address);
  }

  /** When a driver comes onto its bus. */
  public enum Registration {
    /** Its unit's init does it whatever happens. */
    ALWAYS,
    /** Its unit's init does it under a condition that is not known here. */
    PERHAPS,
    /** As platform_driver_probe: it binds what is there at that moment and never again. */
    ONCE
  }
}
