package dev.unprobed.board.boot;

import dev.unprobed.board.supply.SupplierGraph;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import java.util.HashSet;
import java.util.Set;

/** What a kernel sees in a tree before any driver: links, and nodes that need no device. */
final class BoardFacts {
  private static final String CLOCKS = "__clk_of_table";
  private static final String INTERRUPTS = "__irqchip_of_table";

  final DeviceTree tree;
  final SupplierGraph links;

  /** Whether a processor, or a power domain for one, names states to idle in. */
  final boolean idles;

  /** Suppliers that are ready without a driver, so that nobody waits for their device. */
  private final Set<Node> initialised = new HashSet<>();

  /** Nodes that the kernel marks as done, so that no device is made for them. */
  private final Set<Node> populated = new HashSet<>();

  /** Those among them whose function takes the mark back, or may. */
  private final Set<Node> reopened = new HashSet<>();

  BoardFacts(KernelIndex index, DeviceTree tree) {
    this.tree = tree;
    this.links = SupplierGraph.of(tree, index.rules().bindings(), false);
    this.idles =
        tree.nodes().anyMatch(n -> n.has("cpu-idle-states") || n.has("domain-idle-states"));
    tree.nodes().filter(Node::isAvailable).forEach(node -> declare(index, node));
  }

  private void declare(KernelIndex index, Node node) {
    Set<String> tables = index.tables(node.compatible());
    boolean clock = tables.contains(CLOCKS);
    boolean interrupts = tables.contains(INTERRUPTS) && node.has("interrupt-controller");
    if (clock || interrupts) {
      initialised.add(node);
      populated.add(node);
    }
    if (index.keepsDevice(node.compatible())) {
      reopened.add(node);
    }
    if (interrupts
        && index.bus("platform").filter(b -> !b.naming(node.compatible()).isEmpty()).isPresent()) {
      // A driver for an interrupt controller that is up already: its function leaves room for it.
      reopened.add(node);
    }
  }

  boolean isInitialised(Node node) {
    return initialised.contains(node);
  }

  /** Whether a device is made for the node; in a generous boot, whether one may be. */
  boolean becomesDevice(Node node, boolean generous) {
    return !populated.contains(node) || reopened.contains(node) || generous;
  }
}
