package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.devicetree.Property;
import java.util.Optional;

/** The name that the kernel gives to a platform device of a node (of_device_make_bus_id). */
final class SysfsName {
  private SysfsName() {}

  static String of(Node start) {
    String name = "";
    for (Node node = start; node.parent().isPresent(); node = node.parent().get()) {
      Optional<Long> address = address(node);
      if (address.isPresent()) {
        String own = Long.toHexString(address.get()) + "." + node.baseName();
        return name.isEmpty() ? own : own + ":" + name;
      }
      name = name.isEmpty() ? node.name() : node.name() + ":" + name;
    }
    return name;
  }

  /** Through the ranges of all buses above; empty where one of them translates nothing. */
  static Optional<Long> address(Node node) {
    Node bus = node.parent().orElse(node);
    int cells = cells(bus, "#address-cells", 2);
    Optional<Long> address = node.property("reg").flatMap(reg -> number(reg, 0, cells));
    while (address.isPresent() && bus.parent().isPresent()) {
      address = translate(bus, address.get());
      bus = bus.parent().get();
    }
    return address;
  }

  private static Optional<Long> translate(Node bus, long address) {
    Optional<Property> ranges = bus.property("ranges");
    if (ranges.isEmpty() || ranges.get().size() == 0) {
      return ranges.map(empty -> address);
    }
    int child = cells(bus, "#address-cells", 2);
    int size = cells(bus, "#size-cells", 1);
    int parent = bus.parent().map(above -> cells(above, "#address-cells", 2)).orElse(2);
    Property all = ranges.get();
    for (int at = 0; at + child + parent + size <= all.cellCount(); at += child + parent + size) {
      long start = number(all, at, child).orElse(0L);
      long length = number(all, at + child + parent, size).orElse(0L);
      if (Long.compareUnsigned(address - start, length) < 0) {
        return number(all, at + child, parent).map(base -> base + (address - start));
      }
      if (child + parent + size == 0) {
        break;
      }
    }
    return Optional.empty();
  }

  private static int cells(Node node, String name, int otherwise) {
    return node.property(name)
        .filter(property -> property.cellCount() > 0)
        .map(property -> Math.clamp(property.cell(0), 0, 4))
        .orElse(otherwise);
  }

  private static Optional<Long> number(Property property, int at, int cells) {
    if (cells == 0 || at + cells > property.cellCount()) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < cells; i++) {
      value = value << 32 | Integer.toUnsignedLong(property.cell(at + i));
    }
    return Optional.of(value);
  }
}
