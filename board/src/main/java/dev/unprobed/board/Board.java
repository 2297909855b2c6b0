package dev.unprobed.board;

import dev.unprobed.kernel.devicetree.DeviceTree;
import java.util.List;

/**
 * A board, as its device tree describes it.
 *
 * @param name how the user knows it: the file of the tree
 * @param tree with all overlays applied
 */
public record Board(String name, DeviceTree tree) {
  /** A tree and the overlays that are laid over it, in their order. */
  public static Board of(DeviceTree base, DeviceTree... overlays) {
    DeviceTree tree = base;
    for (DeviceTree overlay : overlays) {
      tree = tree.with(overlay);
    }
    return new Board(base.path(), tree);
  }

  /** The root's compatible, the most specific first; what the kernel calls the machine. */
  public List<String> compatible() {
    return tree.root().compatible();
  }

  /** The root's model, empty when it has none. */
  public String model() {
    return tree.root().property("model").map(property -> property.string()).orElse("");
  }
}
