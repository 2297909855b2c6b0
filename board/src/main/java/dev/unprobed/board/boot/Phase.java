package dev.unprobed.board.boot;

/** The steps of a boot in their order (include/linux/init.h). */
public enum Phase {
  PURE("pure"),
  CORE("core"),
  POSTCORE("postcore"),
  ARCH("arch"),
  /** The device tree becomes devices (of_platform_default_populate_init). */
  ARCH_SYNC("arch_sync"),
  SUBSYS("subsys"),
  FS("fs"),
  DEVICE("device"),
  /** Deferred devices are tried again from here on. */
  LATE("late"),
  /** User space loads modules. */
  MODULES("modules"),
  /** deferred_probe_timeout is over: nobody waits any longer for a supplier without a driver. */
  TIMEOUT("timeout");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /** As the kernel calls the initcall. */
  public String label() {
    return label;
  }

  /** The one of an initcall level, 0 (pure) to 7 (late). */
  public static Phase ofLevel(int level) {
    Phase[] byLevel = {PURE, CORE, POSTCORE, ARCH, SUBSYS, FS, DEVICE, LATE};
    return byLevel[Math.clamp(level, 0, 7)];
  }
}
