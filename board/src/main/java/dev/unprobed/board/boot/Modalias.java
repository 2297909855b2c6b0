package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import java.util.List;
import java.util.stream.Collectors;

/** What the kernel tells user space about a new device (the buses' uevent functions). */
final class Modalias {
  private Modalias() {}

  static List<String> of(Device device) {
    Node node = device.node;
    if (!device.modalias.isEmpty()) {
      return List.of(device.modalias);
    }
    if (device.bus.equals("spi")) {
      return List.of("spi:" + device.name);
    }
    if (device.bus.equals("amba")) {
      return device.idMask == 0xffffffffL ? List.of("amba:d%08X".formatted(device.id)) : List.of();
    }
    return List.of(node == null ? device.bus + ":" + device.name : of(node));
  }

  /** As of_device_get_modalias() does: a missing type is printed as a null pointer is. */
  private static String of(Node node) {
    String type = node.strings("device_type").stream().findFirst().orElse("(null)");
    return node.compatible().stream()
        .map(text -> "C" + text.replace(' ', '_'))
        .collect(Collectors.joining("", "of:N" + node.baseName() + "T" + type, ""));
  }
}
