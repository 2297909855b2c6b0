package dev.unprobed.kernel.unit;

/**
 * A supplier that a driver's probe asks for, and without which it fails: as long as what its node
 * names there is not ready, the device is deferred. Read from code; what is not told here may still
 * be asked for.
 *
 * @param kind of the supplier
 * @param name by which it is asked for, such as vmmc for vmmc-supply; empty for the only one, or
 *     the first, and for idle states; for an interrupt its number
 * @param parts whether it is asked for a part of the node, such as a key of a keyboard, rather than
 *     for the node itself
 */
public record Demand(Kind kind, String name, boolean parts) {
  /** What it is that a supplier gives. */
  public enum Kind {
    GPIO,
    REGULATOR,
    CLOCK,
    PHY,
    RESET,
    PWM,
    INTERRUPT,
    /** What the processors' nodes name as states to idle in: no supplier, but there or not. */
    IDLE_STATES
  }
}
