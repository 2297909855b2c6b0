package dev.unprobed.kernel.ledger;

import java.util.Locale;

/** What bytes are for. */
public enum ByteClass {
  TEXT,
  RODATA,
  DATA,
  BSS,
  /** The first copy of what each processor has for itself; freed once the copies are made. */
  PERCPU,
  /** Code and data for booting (.init.*). */
  INIT,
  /** Code and data for leaving (.exit.*), which a built-in unit never does. */
  EXIT,
  STRINGS,
  /**
   * Gathered by the linker from all units: exports, exceptions, initcalls, relocations and so on.
   */
  TABLES,
  KALLSYMS,
  BTF,
  /** The kernel's own headers, packed (IKHEADERS). */
  HEADERS,
  PADDING,
  /** Not known. */
  OTHER;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
