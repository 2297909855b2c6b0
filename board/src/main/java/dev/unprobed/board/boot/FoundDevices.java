package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Devices of modaliases, as MODALIAS of their events has them (the uevent functions of buses). */
final class FoundDevices {
  /** Of these the tree tells. */
  private static final Set<String> OF_THE_TREE = Set.of("of", "amba");

  /** Where the first word of the modalias is not the bus's name. */
  private static final Map<String, String> BUSES = Map.of("mdio", "mdio_bus");

  private static final String SILENT = "!";

  private FoundDevices() {}

  static List<Device> of(List<String> modaliases) {
    return modaliases.stream()
        .filter(text ->
            !text.startsWith(SILENT) && text.indexOf(':') > 0 && !OF_THE_TREE.contains(bus(text)))
        .map(FoundDevices::device)
        .toList();
  }

  private static String bus(String modalias) {
    return modalias.substring(0, modalias.indexOf(':'));
  }

  /** Whether the hardware of a device's node is said not to be there. */
  static boolean isSilent(List<String> found, Device device) {
    Node node = device.node;
    return node != null
        && found.stream()
            .filter(text -> text.startsWith(SILENT))
            .map(text -> text.substring(SILENT.length()))
            .anyMatch(text -> text.equals(node.path()) || node.isCompatible(text));
  }

  private static Device device(String modalias) {
    String bus = bus(modalias);
    String name = modalias.substring(bus.length() + 1);
    Device device = new Device(BUSES.getOrDefault(bus, bus), name, name, null, null, "");
    device.modalias = modalias;
    return device;
  }
}
