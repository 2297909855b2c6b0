package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The references in an overlay: to itself, moved out of the base's way, and to the base's labels.
 */
final class Fixups {
  private static final String[] NAMES = {"phandle", "linux,phandle"};

  private final DeviceTree baseTree;
  private final Node base;
  private final String path;
  private final Node top;
  private final Map<Property, byte[]> written = new HashMap<>();

  Fixups(DeviceTree baseTree, String path, Node top) {
    this.baseTree = baseTree;
    this.base = baseTree.root();
    this.path = path;
    this.top = top;
  }

  void apply() {
    int delta = baseTree.highestPhandle();
    top.all().forEach(node -> movePhandles(node, delta));
    top.child("__local_fixups__").ifPresent(fixups -> moveReferences(fixups, top, delta));
    top.child("__fixups__").ifPresent(node -> node.properties().forEach(this::resolve));
  }

  private void movePhandles(Node node, int delta) {
    for (String name : NAMES) {
      node.property(name)
          .filter(property -> property.size() == 4)
          .ifPresent(property -> addAt(node, property, 0, delta, property));
    }
  }

  /** The fixups mirror the overlay: each property lists the places of references in its twin. */
  private void moveReferences(Node fixups, Node node, int delta) {
    for (Property places : fixups.properties()) {
      for (int place : places.cells()) {
        Property twin =
            node.property(places.name())
                .orElseThrow(() ->
                    wrong(
                        places,
                        "overlay-fixup",
                        "no property " + places.name() + " in " + node.path()));
        addAt(node, twin, Integer.toUnsignedLong(place), delta, places);
      }
    }
    for (Node child : fixups.children()) {
      Node twin =
          node.child(child.name())
              .orElseThrow(() ->
                  new MalformedInput(
                      path,
                      -1,
                      "overlay-fixup",
                      "/__local_fixups__ names a node that is not there: " + child.name(),
                      null));
      moveReferences(child, twin, delta);
    }
  }

  private void addAt(Node node, Property property, long place, int delta, Property blamed) {
    demandCell(property, place, blamed);
    set(node, property, place, property.value().s32(place) + delta);
  }

  private void resolve(Property label) {
    Property symbol =
        base.child("__symbols__")
            .flatMap(symbols -> symbols.property(label.name()))
            .orElseThrow(
                () -> wrong(label, "overlay-label", "the base tree has no label " + label.name()));
    int phandle =
        Paths.at(base, symbol.string())
            .flatMap(Node::phandle)
            .orElseThrow(() ->
                wrong(
                    label,
                    "overlay-label",
                    "label "
                        + label.name()
                        + " leads to no node with a phandle: "
                        + symbol.string()));
    for (String place : label.strings()) {
      resolve(label, place, phandle);
    }
  }

  /** A place is PATH:PROPERTY:OFFSET. */
  private void resolve(Property label, String place, int phandle) {
    String[] parts = place.split(":", -1);
    Optional<Node> node = parts.length == 3 ? Paths.at(top, parts[0]) : Optional.empty();
    Property property =
        node.flatMap(n -> n.property(parts[1]))
            .orElseThrow(
                () -> wrong(label, "overlay-fixup", "no such place in the overlay: " + place));
    long offset = offset(label, parts[2]);
    demandCell(property, offset, label);
    set(node.orElseThrow(), property, offset, phandle);
  }

  private long offset(Property label, String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw wrong(label, "overlay-fixup", "no offset: " + text);
    }
  }

  private void demandCell(Property property, long place, Property blamed) {
    if (!property.value().has(place, 4)) {
      throw wrong(
          blamed,
          "overlay-fixup",
          "no cell at " + Long.toUnsignedString(place) + " of " + property.name());
    }
  }

  /** Copies a value once and then writes into the copy, however many places there are. */
  private void set(Node node, Property property, long place, int cell) {
    byte[] bytes = written.get(property);
    if (bytes == null) {
      bytes = property.value().copy();
      Bytes value = Bytes.of(property.value().path(), bytes).in(ByteOrder.BIG_ENDIAN);
      Property copy = Property.of(property.name(), value);
      written.put(copy, bytes);
      node.set(copy);
    }
    ByteBuffer.wrap(bytes).putInt((int) place, cell);
  }

  private MalformedInput wrong(Property at, String check, String message) {
    return new MalformedInput(path, at.value().base(), check, message, null);
  }
}
