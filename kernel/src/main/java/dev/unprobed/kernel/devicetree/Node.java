package dev.unprobed.kernel.devicetree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of a device tree. Nodes are the same only when they are one object. */
public final class Node {
  private final String name;
  private final @Nullable Node parent;
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final List<Node> children = new ArrayList<>();
  private final Map<String, Node> byName = new HashMap<>();

  Node(String name, @Nullable Node parent) {
    this.name = name;
    this.parent = parent;
  }

  /** With its unit address, such as serial@13800000; empty for the root. */
  public String name() {
    return name;
  }

  /** Without the unit address. */
  public String baseName() {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  /** Absent for the root. */
  public Optional<Node> parent() {
    return Optional.ofNullable(parent);
  }

  /** From the root, such as /soc/serial@13800000. */
  public String path() {
    if (parent == null) {
      return "/";
    }
    StringBuilder path = new StringBuilder();
    for (Node node = this; node.parent != null; node = node.parent) {
      path.insert(0, node.name).insert(0, '/');
    }
    return path.toString();
  }

  /** In the order of the file; of two with one name the first. */
  public Collection<Property> properties() {
    return Collections.unmodifiableCollection(properties.values());
  }

  public Optional<Property> property(String wanted) {
    return Optional.ofNullable(properties.get(wanted));
  }

  public boolean has(String wanted) {
    return properties.containsKey(wanted);
  }

  /** In the order of the file. */
  public List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  /** By its whole name; the first of several. */
  public Optional<Node> child(String wanted) {
    return Optional.ofNullable(byName.get(wanted));
  }

  /** This node and all below, parents before children, in the order of the file. */
  public Stream<Node> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
  }

  /** The texts of a property, none when it is absent. */
  public List<String> strings(String wanted) {
    return property(wanted).map(Property::strings).orElse(List.of());
  }

  /** The cells of a property, none when it is absent. */
  public int[] cells(String wanted) {
    return property(wanted).map(Property::cells).orElse(new int[0]);
  }

  /** The most specific first; empty when there is no such property. */
  public List<String> compatible() {
    return strings("compatible");
  }

  public boolean isCompatible(String wanted) {
    return compatible().stream().anyMatch(wanted::equalsIgnoreCase);
  }

  /** Whether its own status lets it be used; that of its parents is another matter. */
  public boolean isAvailable() {
    return property("status").map(Node::isOkay).orElse(true);
  }

  private static boolean isOkay(Property status) {
    String text = status.string();
    return status.size() > 0 && (text.equals("okay") || text.equals("ok"));
  }

  /** What other nodes refer to it by; absent when none is given. */
  public Optional<Integer> phandle() {
    return property("phandle")
        .or(() -> property("linux,phandle"))
        .filter(property -> property.size() == 4)
        .map(property -> property.cell(0));
  }

  void add(Property property) {
    properties.putIfAbsent(property.name(), property);
  }

  void set(Property property) {
    properties.put(property.name(), property);
  }

  void add(Node child) {
    children.add(child);
    byName.putIfAbsent(child.name, child);
  }

  @Override
  public String toString() {
    return path();
  }
}
