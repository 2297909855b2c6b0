package dev.unprobed.board;

/** Which modules are loaded once the kernel is up. */
public enum ModulePolicy {
  /** None: only what is built in counts. */
  NONE,
  /** Those whose aliases fit a device, and what they depend on, as udev does. */
  MATCHING
}
