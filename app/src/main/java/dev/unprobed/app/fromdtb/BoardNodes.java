package dev.unprobed.app.fromdtb;

import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Picks the nodes of a device tree for which drivers are wanted. */
public final class BoardNodes {
  /** What the kernel's core makes of these is no driver's business. */
  private static final Set<String> NO_DEVICES = Set.of("cpu", "memory", "cache");

  private BoardNodes() {}

  /** The enabled nodes with a compatible, but the root, processors and memory. */
  public static List<BoardNode> of(DeviceTree tree) {
    List<BoardNode> nodes = new ArrayList<>();
    String board = String.valueOf(Path.of(tree.path()).getFileName());
    tree.root().children().forEach(child -> add(board, child, nodes));
    return nodes;
  }

  private static void add(String board, Node node, List<BoardNode> nodes) {
    if (!node.isAvailable()) {
      return;
    }
    boolean device = node.strings("device_type").stream().noneMatch(NO_DEVICES::contains);
    if (device && !node.compatible().isEmpty()) {
      nodes.add(BoardNode.of(board, node));
    }
    node.children().forEach(child -> add(board, child, nodes));
  }
}
