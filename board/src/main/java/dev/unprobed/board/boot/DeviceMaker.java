package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Provision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes devices of nodes (drivers/of/platform.c and the buses' own ways), and those of code. */
final class DeviceMaker {
  private final KernelIndex index;
  private final BoardFacts facts;
  private final Boot boot;
  private final boolean generous;
  private final Set<Node> done = new HashSet<>();
  private final Set<String> made = new HashSet<>();

  DeviceMaker(KernelIndex index, BoardFacts facts, Boot boot, boolean generous) {
    this.index = index;
    this.facts = facts;
    this.boot = boot;
    this.generous = generous;
  }

  /** of_platform_default_populate_init(). */
  void populateTree() {
    Node root = facts.tree.root();
    root.all()
        .filter(node -> isAny(node, index.rules().reservedMemory()))
        .forEach(node -> platform(node, null));
    root.child("firmware").ifPresent(node -> populate(node, null, true));
    facts.tree.chosen().stream()
        .flatMap(node -> node.children().stream())
        .filter(node -> node.isCompatible("simple-framebuffer"))
        .findFirst()
        .ifPresent(node -> platform(node, null));
    populate(root, null, true);
  }

  private static boolean isAny(Node node, Set<String> compatible) {
    return node.compatible().stream().anyMatch(compatible::contains);
  }

  /** of_platform_populate() and of_platform_bus_create(). */
  private void populate(Node above, @Nullable Device parent, boolean descend) {
    for (Node node : above.children()) {
      if (!node.has("compatible") || isAny(node, index.rules().skipped())) {
        continue;
      }
      if (node.isCompatible("arm,primecell")) {
        amba(node, parent);
        continue;
      }
      Device device = platform(node, parent);
      if (device != null && descend && isAny(node, index.rules().transparentBuses())) {
        populate(node, device, true);
      }
    }
  }

  private @Nullable Device platform(Node node, @Nullable Device parent) {
    return ofNode("platform", node, SysfsName.of(node), parent);
  }

  private void amba(Node node, @Nullable Device parent) {
    if (index.rules().amba() && free(node)) {
      Device device = new Device("amba", "", SysfsName.of(node), node, parent, "");
      PrimeCell cell = PrimeCell.of(node);
      device.id = cell.id();
      device.idMask = cell.mask();
      boot.add(device);
    }
  }

  private boolean free(Node node) {
    return node.isAvailable() && facts.becomesDevice(node, generous) && done.add(node);
  }

  private @Nullable Device ofNode(String bus, Node node, String name, @Nullable Device parent) {
    if (!free(node)) {
      return null;
    }
    Device device = new Device(bus, name, SysfsName.of(node), node, parent, "");
    boot.add(device);
    return device;
  }

  /** What comes with a driver that has bound. */
  void bound(Device device, DriverRef ref) {
    index.madeBy(ref).forEach(one -> make(one, device));
    if (generous || ref.driver().provisions().contains(Provision.WAKEUP)) {
      // alarmtimer_rtc_add_device() in kernel/time/alarmtimer.c wants an RTC that can wake.
      index.madeByClass(ref).forEach(one -> make(one, device));
    }
    ref.driver().populates().forEach(this::populate);
    Node node = device.node;
    if (node != null) {
      ref.driver().provisions().forEach(provision -> children(node, device, provision));
    } else if (generous && ref.driver().provisions().contains(Provision.PLATFORM_CHILDREN)) {
      elsewhere();
    }
  }

  /** Nodes that a driver looks for by their compatible. */
  private void populate(String compatible) {
    for (Device device : List.copyOf(boot.devices)) {
      if (device.node != null && device.node.isCompatible(compatible)) {
        populate(device.node, device, generous);
      }
    }
  }

  /** Which nodes a driver looks for that has none itself is not known: buses that nobody claims. */
  private void elsewhere() {
    for (Device device : List.copyOf(boot.devices)) {
      if (device.node != null && device.bus.equals("platform") && device.candidates.isEmpty()) {
        populate(device.node, device, true);
      }
    }
  }

  private void children(Node node, Device parent, Provision provision) {
    switch (provision) {
      case PLATFORM_CHILDREN -> populate(node, parent, generous);
      case I2C_ADAPTER -> addressed("i2c", node, parent);
      case SPI_CONTROLLER -> addressed("spi", node, parent);
      case MDIO_BUS -> addressed("mdio_bus", mdio(node), parent);
      case SERIAL_PORT -> serial(node, parent);
      case GPIO_CHIP -> gpio(node, parent);
      case MFD_CELLS,
          PCI_HOST,
          USB_HOST,
          USB_GADGET,
          MMC_HOST,
          VIRTIO_DEVICE,
          SCSI_HOST,
          MTD,
          PHY,
          RTC,
          WAKEUP,
          OTHER_DEVICES -> {}
    }
  }

  private static Node mdio(Node node) {
    return node.children().stream()
        .filter(child -> child.baseName().equals("mdio"))
        .findFirst()
        .orElse(node);
  }

  /** Children with an address; for I2C also behind i2c-bus, or behind the ways of a multiplexer. */
  private void addressed(String bus, Node node, @Nullable Device parent) {
    Node holder = bus.equals("i2c") ? node.child("i2c-bus").orElse(node) : node;
    for (Node child : holder.children()) {
      if (child.has("compatible") && child.has("reg") && child.isAvailable()) {
        ofNode(bus, child, vendorless(child), parent);
      } else if (bus.equals("i2c") && child.baseName().startsWith("i2c")) {
        addressed(bus, child, parent);
      }
    }
  }

  /** of_modalias_node(): the first compatible without its vendor. */
  private static String vendorless(Node node) {
    String first = node.compatible().isEmpty() ? "" : node.compatible().getFirst();
    return first.substring(first.indexOf(',') + 1);
  }

  private void serial(Node node, Device parent) {
    for (Node child : node.children()) {
      if (child.has("compatible") && child.isAvailable()) {
        ofNode("serial", child, "", parent);
      }
    }
  }

  /**
   * Every chip is a device on the gpio bus; one with a node of its own that no other device has is
   * taken by the stub driver there (gpio_bus_match in drivers/gpio/gpiolib.c).
   */
  private void gpio(Node node, Device parent) {
    for (Node child : node.children()) {
      if (child.has("gpio-controller") && child.isAvailable() && !child.has("compatible")) {
        ofNode("gpio", child, "", parent);
      }
    }
    if (generous && made.add("gpio:" + node.path())) {
      boot.add(new Device("gpio", "", "gpiochip of " + parent.label, null, parent, ""));
    }
  }

  /** One for each child of a node, numbered by its address. */
  private void each(KernelIndex.Made one, Device parent, Node above) {
    MadeDevice device = one.device();
    Optional<Node> holder =
        device.each().equals(".") ? Optional.of(above) : above.child(device.each());
    for (Node child : holder.map(Node::children).orElse(List.of())) {
      int[] address = child.cells("reg");
      if (child.isAvailable() && address.length > 0 && done.add(child)) {
        String label = device.name() + "." + address[0];
        boot.add(new Device(device.bus(), device.name(), label, child, parent, one.unit().name()));
      }
    }
  }

  /** A device that code makes; an mfd_cell with a compatible takes a child's node (mfd-core.c). */
  void make(KernelIndex.Made one, @Nullable Device parent) {
    MadeDevice device = one.device();
    if (!generous && !device.certain()) {
      return;
    }
    Node above = parent == null ? null : parent.node;
    if (parent != null && above != null && !device.each().isEmpty()) {
      each(one, parent, above);
      return;
    }
    Optional<Node> twin = Optional.empty();
    if (above != null && !device.compatible().isEmpty()) {
      List<Node> twins =
          above.children().stream().filter(n -> n.isCompatible(device.compatible())).toList();
      twin = twins.stream().filter(n -> n.isAvailable() && !done.contains(n)).findFirst();
      if (twin.isEmpty() && !twins.isEmpty() && !generous) {
        return;
      }
    }
    String key = one.unit().path() + one.unit().name() + ":" + device.bus() + ":" + device.name();
    if (made.add(key + (parent == null ? "" : "@" + parent.label))) {
      twin.ifPresent(done::add);
      boot.add(
          new Device(
              device.bus(),
              device.name(),
              device.name(),
              twin.orElse(null),
              parent,
              one.unit().name()));
    }
  }
}
