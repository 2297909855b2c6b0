package dev.unprobed.board.supply;

import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.devicetree.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads phandles with their arguments (of_parse_phandle_with_args in drivers/of/base.c). */
final class References {
  private final DeviceTree tree;
  private final Interrupts interrupts;

  References(DeviceTree tree) {
    this.tree = tree;
    this.interrupts = new Interrupts(tree);
  }

  List<Node> suppliers(Node node, Property property, Binding binding) {
    return switch (binding.form()) {
      case LIST, SUFFIX -> hidden(node, property, binding) ? List.of() : list(property, binding);
      case NOT_BEFORE -> list(property, binding);
      case MAP -> map(property);
      case INTERRUPTS -> interrupts.controllers(node);
      case INTERRUPT_MAP -> interrupts.mapped(node, property);
      case ENDPOINT -> remote(property).stream().toList();
    };
  }

  /** A hog's gpios are its parent's, and a count of gpios is no list of them. */
  private static boolean hidden(Node node, Property property, Binding binding) {
    boolean hog = binding.form() == Binding.Form.LIST && binding.name().startsWith("gpio");
    return (hog && node.has("gpio-hog")) || property.name().endsWith(",nr-gpios");
  }

  /** Ends where a phandle leads nowhere or the arguments are not whole; a zero is a gap. */
  private List<Node> list(Property property, Binding binding) {
    List<Node> found = new ArrayList<>();
    int[] cells = property.cells();
    int at = 0;
    while (at < cells.length) {
      int phandle = cells[at++];
      Optional<Node> supplier = phandle == 0 ? Optional.empty() : tree.byPhandle(phandle);
      if (supplier.isEmpty()) {
        return found;
      }
      Optional<Integer> arguments = arguments(supplier.get(), binding.cells());
      if (arguments.isEmpty() || arguments.get() < 0 || arguments.get() > cells.length - at) {
        return found;
      }
      found.add(supplier.get());
      at += arguments.get();
    }
    return found;
  }

  private static Optional<Integer> arguments(Node supplier, String cells) {
    return cells.isEmpty() ? Optional.of(0) : Interrupts.number(supplier, cells);
  }

  private List<Node> map(Property property) {
    List<Node> found = new ArrayList<>();
    int[] cells = property.cells();
    for (int at = 1; at < cells.length; at += 4) {
      tree.byPhandle(cells[at]).ifPresent(found::add);
    }
    return found;
  }

  /** From the far endpoint over its port, and over the ports around that, to the device. */
  private Optional<Node> remote(Property property) {
    Optional<Node> endpoint =
        property.cellCount() == 0 ? Optional.empty() : tree.byPhandle(property.cell(0));
    return endpoint.flatMap(References::portParent);
  }

  static Optional<Node> portParent(Node endpoint) {
    Optional<Node> above = endpoint.parent().flatMap(Node::parent);
    return above
        .filter(node -> node.baseName().equals("ports"))
        .flatMap(Node::parent)
        .or(() -> above);
  }
}
