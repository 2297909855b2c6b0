package dev.unprobed.board;

import java.util.List;

/**
 * A device that the boot makes.
 *
 * @param bus such as platform
 * @param name as in /sys/bus/BUS/devices, as far as it is known
 * @param node the path of its node, empty for a device that code makes
 * @param maker the unit whose code makes it, empty for one of the tree
 * @param certain whether it is there for sure, and not only under conditions
 * @param state what becomes of it
 * @param drivers those that take it, or may; labels
 * @param reason why it waits, or why it is not certain
 */
public record DeviceReport(
    String bus,
    String name,
    String node,
    String maker,
    boolean certain,
    State state,
    List<String> drivers,
    String reason) {
  /** What becomes of a device. */
  public enum State {
    BOUND,
    /** A driver may take it. */
    POSSIBLE,
    /**
     * A driver matches, and the device waits in the boot of what is certain: for a supplier that
     * nobody drives, unless the driver can do without, or for one that only may come.
     */
    WAITING,
    /** A driver matches, and it waits for ever. */
    DEFERRED,
    /**
     * A driver matches, and its probe fails with an error that is no deferral, for what the device
     * tree lacks: nobody tries again by itself.
     */
    FAILS,
    /** No driver that is loaded matches. */
    UNMATCHED
  }
}
