package dev.unprobed.reclaim.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something that is tried on a kernel that has given units back. */
public enum Check {
  /** All free memory is filled and read back, in the page cache by copies and as anonymous. */
  MEMORY,
  /** Every file of /proc and /sys is read, debugfs and tracefs among it. */
  FILES,
  /** Every device is written to drivers_probe, and to bind of every driver of its bus. */
  BIND,
  /** Static keys are toggled: tracepoints, dynamic debug, statistics, time stamps. */
  KEYS,
  /** The tracer of functions is switched on and off for all of them. */
  TRACE,
  /** No page is mapped both writable and executable. */
  TABLES,
  /** Memory that nothing points to, as kmemleak finds it. */
  LEAKS,
  /** Modules are loaded that want exports of units that stay, and of units that left. */
  MODULES,
  /** Every processor but the first goes off and on. */
  CPUS,
  /** Suspend, as far as the board can wake up. */
  SUSPEND,
  /** Memory is written to a disk, and read back when the machine starts anew. */
  HIBERNATE,
  /** Texts are written into files, as the task says. */
  POKE,
  /** The same kernel is started by kexec. */
  KEXEC;

  /** Its name on the command line and in the guest. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The check of that name. */
  public static Optional<Check> named(String word) {
    return Arrays.stream(values()).filter(check -> check.word().equals(word)).findFirst();
  }
}
