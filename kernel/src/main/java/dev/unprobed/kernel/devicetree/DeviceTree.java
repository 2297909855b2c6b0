package dev.unprobed.kernel.devicetree;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A device tree, with its nodes, its memory reservations and the names for its nodes. */
public final class DeviceTree {
  private final String path;
  private final Node root;
  private final List<Reservation> reservations;
  private final Map<Integer, Node> phandles = new HashMap<>();

  DeviceTree(String path, Node root, List<Reservation> reservations) {
    this.path = path;
    this.root = root;
    this.reservations = List.copyOf(reservations);
    root.all().forEach(n -> n.phandle().ifPresent(phandle -> phandles.putIfAbsent(phandle, n)));
  }

  /** Memory that the kernel keeps its hands off: address and size in bytes, unsigned. */
  public record Reservation(long address, long size) {}

  /**
   * Reads a blob.
   *
   * @throws MalformedInput when it is none, or not whole
   */
  public static DeviceTree read(Bytes blob) {
    return BlobReader.read(blob);
  }

  /** Whether the bytes begin as a blob does. */
  public static boolean isBlob(Bytes bytes) {
    return BlobReader.hasMagic(bytes);
  }

  /** The file as the user knows it. */
  public String path() {
    return path;
  }

  public Node root() {
    return root;
  }

  public List<Reservation> reservations() {
    return reservations;
  }

  /** All nodes, parents before children, in the order of the file. */
  public Stream<Node> nodes() {
    return root.all();
  }

  /** The node that a phandle means; the first, should several claim it. */
  public Optional<Node> byPhandle(int phandle) {
    return Optional.ofNullable(phandles.get(phandle));
  }

  /**
   * A node by its path, or by an alias with a path behind it; of a name without a unit address the
   * first that fits. What follows a colon is an argument and is passed over.
   */
  public Optional<Node> at(String wanted) {
    int colon = wanted.indexOf(':');
    String bare = colon < 0 ? wanted : wanted.substring(0, colon);
    return Paths.find(this, bare);
  }

  /** Short names for nodes, in the order of the file; those that lead nowhere are left out. */
  public Map<String, Node> aliases() {
    Map<String, Node> aliases = new LinkedHashMap<>();
    root.child("aliases").stream()
        .flatMap(node -> node.properties().stream())
        .forEach(
            alias -> Paths.at(root, alias.string()).ifPresent(n -> aliases.put(alias.name(), n)));
    return aliases;
  }

  /** What the boot loader has chosen. */
  public Optional<Node> chosen() {
    return root.child("chosen");
  }

  /** Where the firmware wants the console to be. */
  public Optional<Node> stdout() {
    return chosen()
        .flatMap(node -> node.property("stdout-path").or(() -> node.property("linux,stdout-path")))
        .flatMap(property -> at(property.string()));
  }

  /**
   * This tree with an overlay applied, as libfdt does it: phandles of the overlay are moved behind
   * those of this tree, labels are resolved by {@code /__symbols__}, and each fragment is laid over
   * its target. This tree stays as it is.
   *
   * @throws MalformedInput when a label, a target or a path of the overlay does not exist
   */
  public DeviceTree with(DeviceTree overlay) {
    return new Overlay(this, overlay).applied();
  }

  /** As source text, with types guessed from the values as dtc does. */
  public String source() {
    return SourcePrinter.print(this);
  }

  int highestPhandle() {
    return phandles.keySet().stream().max(Integer::compareUnsigned).orElse(0);
  }
}
