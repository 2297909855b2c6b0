package dev.unprobed.kernel.devicetree;

import java.util.Optional;

/** Ways from the root to a node. */
final class Paths {
  private Paths() {}

  static Optional<Node> find(DeviceTree tree, String path) {
    if (path.startsWith("/")) {
      return at(tree.root(), path);
    }
    int slash = path.indexOf('/');
    String alias = slash < 0 ? path : path.substring(0, slash);
    String rest = slash < 0 ? "" : path.substring(slash);
    return tree.root()
        .child("aliases")
        .flatMap(aliases -> aliases.property(alias))
        .flatMap(target -> at(tree.root(), target.string()))
        .flatMap(start -> at(start, rest));
  }

  static Optional<Node> at(Node start, String path) {
    Optional<Node> node = Optional.of(start);
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        node = node.flatMap(parent -> step(parent, name));
      }
    }
    return node;
  }

  private static Optional<Node> step(Node parent, String name) {
    Optional<Node> exact = parent.child(name);
    if (exact.isPresent() || name.contains("@")) {
      return exact;
    }
    return parent.children().stream().filter(child -> child.baseName().equals(name)).findFirst();
  }
}
