package dev.unprobed.app.board;

import dev.unprobed.board.live.LiveDriver;
import dev.unprobed.board.live.LiveMachine;
import java.util.List;
import java.util.stream.Collectors;

/** A running machine for people. */
public final class LiveText {
  private static final int WIDEST = 46;
  private static final int KIB = 1024;

  private LiveText() {}

  /** A summary, then a line for each driver that nothing is bound to. */
  public static String of(LiveMachine machine) {
    List<LiveDriver> unprobed = unprobed(machine);
    int registered = machine.drivers().size();
    return "%s: %d drivers are registered, %d of them bound, %d un-probed.%n%n"
            .formatted(
                machine.release().isEmpty() ? "This kernel" : "Linux " + machine.release(),
                registered,
                registered - unprobed.size(),
                unprobed.size())
        + table(unprobed)
        + deferred(machine);
  }

  /** What nothing is bound to. */
  public static List<LiveDriver> unprobed(LiveMachine machine) {
    return machine.drivers().stream().filter(LiveDriver::unprobed).toList();
  }

  private static String table(List<LiveDriver> drivers) {
    return drivers.isEmpty()
        ? "Every driver is bound.\n"
        : line("un-probed driver", "KiB", "part of")
            + drivers.stream()
                .map(driver -> line(driver.path(), kib(driver), part(driver)))
                .collect(Collectors.joining());
  }

  private static String line(String driver, String kib, String part) {
    return ("%-" + WIDEST + "s %6s  %s").formatted(driver, kib, part).stripTrailing() + "\n";
  }

  /** Only of a loaded module does the kernel tell the size. */
  private static String kib(LiveDriver driver) {
    return driver.moduleSize().isPresent()
        ? Long.toString((driver.moduleSize().getAsLong() + KIB - 1) / KIB)
        : "-";
  }

  private static String part(LiveDriver driver) {
    String kind = driver.moduleSize().isPresent() ? "module " : "";
    return driver.module().isEmpty() ? "the image" : kind + driver.module();
  }

  private static String deferred(LiveMachine machine) {
    if (!machine.knowsDeferred()) {
      return "\nWhat waits for suppliers is not known: debugfs is not mounted, or you are not root.\n";
    }
    return machine.deferred().isEmpty()
        ? "\nNo device waits for a supplier.\n"
        : "\nThese devices wait for suppliers:\n"
            + machine.deferred().stream()
                .map(line -> "  " + line.strip() + "\n")
                .collect(Collectors.joining());
  }
}
