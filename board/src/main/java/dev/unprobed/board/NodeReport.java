package dev.unprobed.board;

import java.util.List;

/**
 * An available node with a compatible, and who serves it.
 *
 * @param path from the root
 * @param compatible of the node
 * @param state what becomes of it
 * @param drivers labels of those that match it, the one that binds first
 * @param detail for people
 */
public record NodeReport(
    String path, List<String> compatible, State state, List<String> drivers, String detail) {
  /** What becomes of a node. */
  public enum State {
    BOUND,
    POSSIBLE,
    DEFERRED,
    /** A function of an OF_DECLARE table serves it, without a driver. */
    DECLARED,
    /** A driver is there, as a module that is not loaded. */
    MODULE,
    /** Drivers match, but what would make it a device does not bind. */
    UNREACHED,
    /** It becomes a device and the kernel has no driver for it. */
    MISSING,
    /** It is a bus, or read by others, or by the driver of a node above. */
    NO_DRIVER_NEEDED
  }
}
