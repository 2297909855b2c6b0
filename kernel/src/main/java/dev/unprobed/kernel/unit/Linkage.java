package dev.unprobed.kernel.unit;

/** How a unit comes into the kernel. */
public enum Linkage {
  BUILT_IN,
  MODULE
}
