package dev.unprobed.board.supply;

import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.devicetree.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All links of a tree, by consumer. */
public final class SupplierGraph {
  private final Map<Node, List<Link>> links;

  private SupplierGraph(Map<Node, List<Link>> links) {
    this.links = links;
  }

  /** What a kernel with these bindings reads from a tree, with fw_devlink.strict as given. */
  public static SupplierGraph of(DeviceTree tree, List<Binding> bindings, boolean strict) {
    Map<Node, List<Link>> raw = new HashMap<>();
    References references = new References(tree);
    List<Binding> active = bindings.stream().filter(b -> strict || !b.optional()).toList();
    tree.nodes()
        .filter(SupplierGraph::reachable)
        .forEach(node -> read(references, active, node, raw));
    return new SupplierGraph(Cycles.mark(raw));
  }

  /** The links of a node in the order of its properties. */
  public List<Link> of(Node consumer) {
    return links.getOrDefault(consumer, List.of());
  }

  private static void read(
      References references, List<Binding> active, Node node, Map<Node, List<Link>> into) {
    for (Property property : node.properties()) {
      for (Binding binding : active) {
        if (binding.reads(property.name())) {
          for (Node supplier : references.suppliers(node, property, binding)) {
            add(binding, node, property.name(), supplier, into);
          }
        }
      }
    }
  }

  private static void add(
      Binding binding, Node node, String property, Node supplier, Map<Node, List<Link>> into) {
    Optional<Node> consumer =
        binding.form() == Binding.Form.ENDPOINT
            ? node.parent().flatMap(SupplierGraph::withCompatible)
            : Optional.of(node);
    if (consumer.isPresent() && reachable(supplier)) {
      Link link = new Link(consumer.get(), property, supplier, false);
      List<Link> all = into.computeIfAbsent(consumer.get(), key -> new ArrayList<>());
      if (all.stream()
          .noneMatch(known -> known.supplier() == supplier && known.property().equals(property))) {
        all.add(link);
      }
    }
  }

  private static Optional<Node> withCompatible(Node start) {
    Optional<Node> node = Optional.of(start);
    while (node.isPresent() && !node.get().has("compatible")) {
      node = node.get().isAvailable() ? node.get().parent() : Optional.empty();
    }
    return node.filter(Node::isAvailable);
  }

  /** Whether a node and all above it are available: the kernel makes no link to others. */
  private static boolean reachable(Node start) {
    for (Node node = start; node != null; node = node.parent().orElse(null)) {
      if (!node.isAvailable()) {
        return false;
      }
    }
    return true;
  }
}
