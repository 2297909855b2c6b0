package dev.unprobed.board.boot;

import dev.unprobed.kernel.unit.Provision;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Buses whose devices are found only when the machine runs, and what has to be there for that. On
 * the tree's own buses nothing is found; of a bus that is not known here anything is believed.
 */
final class FoundBuses {
  private static final Set<String> OF_THE_TREE =
      Set.of("platform", "amba", "spi", "serial", "acpi", "of");

  private static final Map<String, Set<Provision>> BROUGHT_BY =
      Map.ofEntries(
          Map.entry("pci", Set.of(Provision.PCI_HOST)),
          Map.entry("pci_express", Set.of(Provision.PCI_HOST)),
          Map.entry("usb", Set.of(Provision.USB_HOST)),
          Map.entry("usb-serial", Set.of(Provision.USB_HOST)),
          Map.entry("gadget", Set.of(Provision.USB_GADGET)),
          Map.entry("udc", Set.of(Provision.USB_GADGET)),
          Map.entry("mmc", Set.of(Provision.MMC_HOST)),
          Map.entry("sdio", Set.of(Provision.MMC_HOST)),
          Map.entry("virtio", Set.of(Provision.VIRTIO_DEVICE, Provision.PCI_HOST)),
          Map.entry(
              "scsi",
              Set.of(
                  Provision.SCSI_HOST,
                  Provision.USB_HOST,
                  Provision.PCI_HOST,
                  Provision.VIRTIO_DEVICE)),
          Map.entry("i2c", Set.of(Provision.I2C_ADAPTER)),
          Map.entry("mdio_bus", Set.of(Provision.MDIO_BUS, Provision.USB_HOST, Provision.PCI_HOST)),
          Map.entry("gpio", Set.of(Provision.GPIO_CHIP)));

  private FoundBuses() {}

  /** Whether nothing finds devices on a bus but what somebody says (new_device of an adapter). */
  static boolean isByHand(String bus) {
    return bus.equals("i2c");
  }

  static boolean findsDevices(String bus) {
    return !OF_THE_TREE.contains(bus);
  }

  /** How a driver on the bus may get a device; empty when it cannot this way. */
  static Optional<String> how(String bus, Set<Provision> there) {
    if (OF_THE_TREE.contains(bus)) {
      return Optional.empty();
    }
    Set<Provision> needed = BROUGHT_BY.get(bus);
    if (needed == null) {
      return Optional.of("what is on the bus " + bus + " is not known offline");
    }
    boolean exists = needed.stream().anyMatch(there::contains);
    return exists
        ? Optional.of("devices on the bus " + bus + " are found at run time")
        : Optional.empty();
  }

  /** What a dead driver on the bus would need, for people. */
  static String lacking(String bus) {
    return OF_THE_TREE.contains(bus)
        ? "no available node matches it, and no unit makes its device"
        : "nothing on this board brings the bus " + bus;
  }
}
