package dev.unprobed.app.fromdtb;

import dev.unprobed.kernel.devicetree.Node;
import java.util.List;
import java.util.Optional;

/**
 * A node of a board that the kernel makes something of.
 *
 * @param board the file of its device tree, without folders
 * @param path in the device tree
 * @param compatible the most specific first
 * @param parent the nearest node above it that has a compatible; empty when there is none
 * @param periphid of an AMBA device whose tree tells it, else negative
 */
public record BoardNode(
    String board, String path, List<String> compatible, String parent, long periphid) {
  private static final String AMBA = "arm,primecell";

  static BoardNode of(String board, Node node) {
    int[] id = node.cells("arm,primecell-periphid");
    String parent = "";
    Optional<Node> above = node.parent();
    while (above.isPresent() && parent.isEmpty()) {
      parent = above.get().compatible().isEmpty() ? "" : above.get().path();
      above = above.get().parent();
    }
    long periphid = id.length == 1 ? Integer.toUnsignedLong(id[0]) : -1;
    return new BoardNode(board, node.path(), node.compatible(), parent, periphid);
  }

  /** Whether it is a device whose driver is found by a number in the hardware. */
  boolean amba() {
    return compatible.contains(AMBA);
  }
}
