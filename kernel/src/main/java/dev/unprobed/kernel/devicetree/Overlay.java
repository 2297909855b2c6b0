package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An overlay on its way onto a base tree (Documentation/devicetree/overlay-notes.rst and dtc's
 * dt-object-internal.txt): first the overlay's own phandles are made unlike the base's, then its
 * labels are resolved, then its fragments are merged.
 */
final class Overlay {
  private final DeviceTree overlay;
  private final Node base;
  private final Node top;
  private final DeviceTree baseTree;
  private final Map<String, Node> targets = new LinkedHashMap<>();

  Overlay(DeviceTree base, DeviceTree overlay) {
    this.overlay = overlay;
    this.base = copy(base.root());
    this.top = copy(overlay.root());
    this.baseTree = new DeviceTree(base.path(), this.base, base.reservations());
  }

  DeviceTree applied() {
    new Fixups(baseTree, overlay.path(), top).apply();
    for (Node fragment : List.copyOf(top.children())) {
      fragment.child("__overlay__").ifPresent(content -> merge(fragment, content));
    }
    top.child("__symbols__").ifPresent(this::mergeSymbols);
    return new DeviceTree(baseTree.path() + "+" + overlay.path(), base, baseTree.reservations());
  }

  private static Node copy(Node root) {
    Node copy = new Node(root.name(), null);
    fill(root, copy);
    return copy;
  }

  private static void fill(Node from, Node to) {
    from.properties().forEach(to::add);
    for (Node child : from.children()) {
      Node copy = new Node(child.name(), to);
      to.add(copy);
      fill(child, copy);
    }
  }

  private void merge(Node fragment, Node content) {
    Node target = target(fragment);
    targets.put(fragment.name(), target);
    merge(content, target, 0);
  }

  private void merge(Node from, Node to, int depth) {
    from.properties().forEach(to::set);
    for (Node child : from.children()) {
      Node twin = to.child(child.name()).orElse(null);
      if (twin == null) {
        twin = new Node(child.name(), to);
        to.add(twin);
      }
      merge(child, twin, depth + 1);
    }
  }

  private Node target(Node fragment) {
    Optional<Property> phandle = fragment.property("target").filter(p -> p.size() == 4);
    Optional<Node> found =
        phandle.isPresent()
            ? phandle.flatMap(p -> byPhandle(p.cell(0)))
            : fragment.property("target-path").flatMap(p -> Paths.find(baseTree, p.string()));
    return found.orElseThrow(
        () -> fail("overlay-target", fragment.path() + " has no target in " + baseTree.path()));
  }

  /** Earlier fragments may have brought the node, so the first index of phandles is not enough. */
  private Optional<Node> byPhandle(int phandle) {
    return baseTree
        .byPhandle(phandle)
        .or(() ->
            base.all().filter(n -> n.phandle().filter(p -> p == phandle).isPresent()).findFirst());
  }

  /**
   * A label of the overlay is a path through its fragment; in the whole it is one through the
   * target.
   */
  private void mergeSymbols(Node symbols) {
    List<Property> moved = new ArrayList<>();
    for (Property symbol : symbols.properties()) {
      String[] parts = symbol.string().split("/", 4);
      if (parts.length < 3 || !parts[2].equals("__overlay__") || !targets.containsKey(parts[1])) {
        continue;
      }
      String prefix = targets.get(parts[1]).path();
      String path = parts.length < 4 ? prefix : (prefix.equals("/") ? "" : prefix) + "/" + parts[3];
      byte[] text = (path + "\0").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      moved.add(
          Property.of(symbol.name(), Bytes.of(overlay.path(), text).in(ByteOrder.BIG_ENDIAN)));
    }
    if (!moved.isEmpty()) {
      Node into = base.child("__symbols__").orElse(null);
      if (into == null) {
        into = new Node("__symbols__", base);
        base.add(into);
      }
      moved.forEach(into::set);
    }
  }

  private MalformedInput fail(String check, String message) {
    return new MalformedInput(overlay.path(), -1, check, message, null);
  }
}
