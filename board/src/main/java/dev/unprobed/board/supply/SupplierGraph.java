package dev.unprobed.board.supply;

import dev.unprobed.board.supply.Binding.Form;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.devicetree.Property;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All links of a tree, by consumer. */
public final class SupplierGraph {
  private final Map<Node, List<Link>> links;
  private final Map<Node, Set<Link>> absent;

  private SupplierGraph(Map<Node, List<Link>> links, Map<Node, Set<Link>> absent) {
    this.links = links;
    this.absent = absent;
  }

  /**
   * What a kernel with these bindings reads from a tree, with fw_devlink.strict as given.
   *
   * @throws dev.unprobed.kernel.bytes.MalformedInput when following interrupts takes too long
   */
  public static SupplierGraph of(DeviceTree tree, List<Binding> bindings, boolean strict) {
    References references = new References(tree);
    List<Binding> active = bindings.stream().filter(b -> strict || !b.optional()).toList();
    Map<Node, Set<Link>> raw = new LinkedHashMap<>();
    Map<Node, Set<Link>> absent = new LinkedHashMap<>();
    tree.nodes()
        .filter(SupplierGraph::reachable)
        .forEach(node -> read(references, active, node, raw, absent));
    Map<Node, List<Link>> links = new LinkedHashMap<>();
    raw.forEach((node, all) -> links.put(node, List.copyOf(all)));
    return new SupplierGraph(Cycles.mark(links), absent);
  }

  /** The links of a node in the order of its properties. */
  public List<Link> of(Node consumer) {
    return links.getOrDefault(consumer, List.of());
  }

  /**
   * What a node names that is not available: the kernel does not wait for it, but whoever asks for
   * it is told to try again later.
   */
  public Set<Link> absent(Node consumer) {
    return absent.getOrDefault(consumer, Set.of());
  }

  private static void read(
      References references,
      List<Binding> active,
      Node node,
      Map<Node, Set<Link>> into,
      Map<Node, Set<Link>> absent) {
    Set<Node> ignored = new HashSet<>();
    for (Property property : node.properties()) {
      for (Binding binding : active) {
        if (binding.reads(property.name())) {
          int index = 0;
          for (Node supplier : references.suppliers(node, property, binding)) {
            if (binding.form() == Form.NOT_BEFORE) {
              ignored.add(supplier);
            } else {
              boolean there = reachable(supplier);
              add(binding, node, property.name(), index, supplier, there ? into : absent);
            }
            index++;
          }
        }
      }
    }
    if (into.containsKey(node)) {
      into.computeIfAbsent(node, key -> new LinkedHashSet<>())
          .removeIf(link -> ignored.contains(link.supplier()));
    }
  }

  private static void add(
      Binding binding,
      Node node,
      String property,
      int index,
      Node supplier,
      Map<Node, Set<Link>> into) {
    Optional<Node> consumer =
        binding.form() == Form.ENDPOINT
            ? node.parent().flatMap(SupplierGraph::withCompatible)
            : Optional.of(node);
    consumer.ifPresent(who ->
        into.computeIfAbsent(who, key -> new LinkedHashSet<>())
            .add(new Link(who, property, index, supplier, false)));
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
