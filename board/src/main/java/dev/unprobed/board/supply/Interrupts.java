package dev.unprobed.board.supply;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.devicetree.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The interrupt tree, which is not the device tree (drivers/of/irq.c). */
final class Interrupts {
  private static final int MAX_ARGUMENTS = 16;

  /** More steps than nodes between an interrupt and its controller are a loop. */
  private static final int MAX_STEPS = 64;

  /** Lines of maps over all interrupts of a tree: real ones take some thousands. */
  private static final int MAX_LINES = 20_000_000;

  private final DeviceTree tree;
  private int lines;

  Interrupts(DeviceTree tree) {
    this.tree = tree;
  }

  static Optional<Integer> number(Node node, String name) {
    return node.property(name).filter(p -> p.cellCount() > 0).map(p -> p.cell(0));
  }

  /** Where the interrupts of a node arrive, up to the first that leads nowhere. */
  List<Node> controllers(Node node) {
    Optional<Property> extended = node.property("interrupts-extended");
    return extended.isPresent() ? extended(node, extended.get()) : plain(node);
  }

  private List<Node> extended(Node node, Property property) {
    List<Node> found = new ArrayList<>();
    int[] cells = property.cells();
    int at = 0;
    while (at < cells.length) {
      Node parent = tree.byPhandle(cells[at++]).orElse(null);
      int size = parent == null ? -1 : number(parent, "#interrupt-cells").orElse(-1);
      if (parent == null || size < 0 || size > cells.length - at) {
        return found;
      }
      resolve(node, parent, Arrays.copyOfRange(cells, at, at + size)).ifPresent(found::add);
      at += size;
    }
    return found;
  }

  private List<Node> plain(Node node) {
    List<Node> found = new ArrayList<>();
    Node parent = parentOf(node);
    int size = parent == null ? 0 : number(parent, "#interrupt-cells").orElse(0);
    int[] cells = node.cells("interrupts");
    for (int at = 0; parent != null && size > 0 && at + size <= cells.length; at += size) {
      Optional<Node> one = resolve(node, parent, Arrays.copyOfRange(cells, at, at + size));
      if (one.isEmpty()) {
        return found;
      }
      found.add(one.get());
    }
    return found;
  }

  /** The next node upwards, by interrupt-parent or by place, that has interrupt cells. */
  private @Nullable Node parentOf(Node start) {
    Node node = start;
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<Integer> phandle = number(node, "interrupt-parent");
      Node parent =
          (phandle.isPresent() ? phandle.flatMap(tree::byPhandle) : node.parent()).orElse(null);
      if (parent == null || parent.has("#interrupt-cells")) {
        return parent;
      }
      node = parent;
    }
    return null;
  }

  private Optional<Node> resolve(Node device, Node first, int[] interrupt) {
    int[] address = device.cells("reg");
    Node at = first;
    int[] specifier = interrupt;
    for (int step = 0; at != null && step < MAX_STEPS; step++) {
      if (at.has("interrupt-controller") && !at.has("interrupt-map")) {
        return Optional.of(at);
      }
      if (!at.has("interrupt-map")) {
        at = parentOf(at);
        continue;
      }
      Entry entry = entry(at, address, specifier).orElse(null);
      if (entry == null || entry.parent() == at) {
        return Optional.ofNullable(entry).map(Entry::parent);
      }
      at = entry.parent();
      address = entry.address();
      specifier = entry.specifier();
    }
    return Optional.empty();
  }

  /** A line of an interrupt-map: where to go on, and as which interrupt. */
  private record Entry(Node parent, int[] address, int[] specifier) {}

  private Optional<Entry> entry(Node node, int[] address, int[] specifier) {
    int addressCells = addressCells(node);
    int[] key = Arrays.copyOf(address, addressCells + specifier.length);
    Arrays.fill(key, Math.min(address.length, addressCells), addressCells, 0);
    System.arraycopy(specifier, 0, key, addressCells, specifier.length);
    int[] mask = node.cells("interrupt-map-mask");
    MapCursor cursor = new MapCursor(node.cells("interrupt-map"), key.length);
    while (cursor.next()) {
      if (cursor.parent.isAvailable() && fits(key, cursor.key, mask)) {
        return Optional.of(new Entry(cursor.parent, cursor.address, cursor.specifier));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(int[] wanted, int[] there, int[] mask) {
    for (int i = 0; i < wanted.length; i++) {
      int bits = mask.length == 0 ? -1 : i < mask.length ? mask[i] : 0;
      if (((wanted[i] ^ there[i]) & bits) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Every controller of a map. */
  List<Node> mapped(Node node, Property map) {
    int size = number(node, "#interrupt-cells").orElse(-1);
    List<Node> found = new ArrayList<>();
    if (size >= 0 && size <= MAX_ARGUMENTS) {
      MapCursor cursor = new MapCursor(map.cells(), addressCells(node) + size);
      while (cursor.next()) {
        found.add(cursor.parent);
      }
    }
    return found;
  }

  private static int addressCells(Node start) {
    for (Node node = start; node != null; node = node.parent().orElse(null)) {
      Optional<Integer> cells = number(node, "#address-cells");
      if (cells.isPresent()) {
        return Math.clamp(cells.get(), 0, MAX_ARGUMENTS);
      }
    }
    return 2;
  }

  /** Goes over the lines of an interrupt-map, whose lengths depend on the nodes that they name. */
  private final class MapCursor {
    private final int[] cells;
    private final int keySize;
    private int at;
    private Node parent = tree.root();
    private int[] key = {};
    private int[] address = {};
    private int[] specifier = {};

    MapCursor(int[] cells, int keySize) {
      this.cells = cells;
      this.keySize = keySize;
    }

    boolean next() {
      if (++lines > MAX_LINES) {
        throw new MalformedInput(
            tree.path(), -1, "interrupt-map", "interrupts lead through too many map entries", null);
      }
      if (keySize >= cells.length - at) {
        return false;
      }
      key = Arrays.copyOfRange(cells, at, at + keySize);
      Node found = tree.byPhandle(cells[at + keySize]).orElse(null);
      int size = found == null ? -1 : number(found, "#interrupt-cells").orElse(-1);
      int addressSize = found == null ? 0 : number(found, "#address-cells").orElse(0);
      int start = at + keySize + 1;
      if (found == null
          || size < 0
          || addressSize < 0
          || size > MAX_ARGUMENTS
          || addressSize > MAX_ARGUMENTS
          || size + addressSize > cells.length - start) {
        return false;
      }
      parent = found;
      address = Arrays.copyOfRange(cells, start, start + addressSize);
      at = start + addressSize + size;
      specifier = Arrays.copyOfRange(cells, at - size, at);
      return true;
    }
  }
}
