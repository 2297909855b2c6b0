package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.unit.Provision;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the devices of a bus come from. On the buses of the tree they are there once the driver of
 * the node above has bound; on others things are plugged in as long as a host is bound.
 */
final class Buses {
  /** A kind of host, and whether it finds devices after its probe too. */
  record Host(Set<Provision> provisions, boolean pluggable) {}

  /** Their devices are nodes, or made by code that names them. */
  private static final Set<String> NAMED =
      Set.of("platform", "amba", "i2c", "spi", "serial", "spmi", "gpio", "of", "mipi-dsi", "acpi");

  private static final Map<String, Host> HOSTS =
      Map.ofEntries(
          Map.entry("pci", new Host(Set.of(Provision.PCI_HOST), false)),
          Map.entry("pci_express", new Host(Set.of(Provision.PCI_HOST), false)),
          Map.entry("virtio", new Host(Set.of(Provision.VIRTIO_DEVICE), false)),
          Map.entry("mdio_bus", new Host(Set.of(Provision.MDIO_BUS), false)),
          Map.entry("usb", new Host(Set.of(Provision.USB_HOST), true)),
          Map.entry("usb-serial", new Host(Set.of(Provision.USB_HOST), true)),
          Map.entry("gadget", new Host(Set.of(Provision.USB_GADGET), true)),
          Map.entry("udc", new Host(Set.of(Provision.USB_GADGET), true)),
          Map.entry("mmc", new Host(Set.of(Provision.MMC_HOST), true)),
          Map.entry("sdio", new Host(Set.of(Provision.MMC_HOST), true)),
          Map.entry("scsi", new Host(Set.of(Provision.SCSI_HOST), true)));

  private Buses() {}

  static boolean isNamed(String bus) {
    return NAMED.contains(bus);
  }

  /** Empty where any user of the bus's core may bring devices. */
  static Optional<Host> host(String bus) {
    return Optional.ofNullable(HOSTS.get(bus));
  }
}
