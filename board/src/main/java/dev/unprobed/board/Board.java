package dev.unprobed.board;

import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.program.Architecture;
import java.util.ArrayList;
import java.util.List;

/**
 * A board, as its device tree describes it.
 *
 * @param name how the user knows it: the file of the tree
 * @param tree with all overlays applied
 * @param found what files do not tell; none if nobody says. Modaliases of devices, as
 *     /sys/bus/*&#47;devices/*&#47;modalias has them: what is plugged in, and what is on buses that
 *     find their devices. A node's path, or a compatible, after a {@code !}: its hardware is not
 *     there, so that probes fail
 */
public record Board(String name, DeviceTree tree, List<String> found) {
  public Board(String name, DeviceTree tree) {
    this(name, tree, List.of());
  }

  /** A tree and the overlays that are laid over it, in their order. */
  public static Board of(DeviceTree base, DeviceTree... overlays) {
    DeviceTree tree = base;
    for (DeviceTree overlay : overlays) {
      tree = tree.with(overlay);
    }
    return new Board(base.path(), tree);
  }

  /** The same board with more devices. */
  public Board with(List<String> modaliases) {
    List<String> all = new ArrayList<>(found);
    all.addAll(modaliases);
    return new Board(name, tree, List.copyOf(all));
  }

  /**
   * Refuses a kernel for processors that the board has not, as far as their names tell.
   *
   * @throws dev.unprobed.kernel.bytes.MalformedInput named {@code other-architecture}
   */
  public void demand(Architecture architecture) {
    Processors.demand(this, architecture);
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
