package dev.unprobed.board.live;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is registered and bound on a running machine.
 *
 * @param release of its kernel; empty when /proc does not tell
 * @param drivers by bus and name
 * @param deferred devices that wait for a supplier, as debugfs tells; empty where it is not mounted
 *     or not readable
 * @param knowsDeferred whether debugfs told
 */
public record LiveMachine(
    String release, List<LiveDriver> drivers, List<String> deferred, boolean knowsDeferred) {
  /** What the driver core itself puts beside the links to devices. */
  private static final Set<String> NO_DEVICES = Set.of("module");

  /**
   * Reads a mounted /sys and /proc. Drivers that come and go meanwhile may be missing.
   *
   * @throws MalformedInput when there is no /sys/bus there
   */
  public static LiveMachine read(Path sys, Path proc) {
    List<LiveDriver> drivers = new ArrayList<>();
    for (Path bus : children(sys.resolve("bus"), sys)) {
      for (Path driver : childrenIfThere(bus.resolve("drivers"))) {
        drivers.add(driver(sys, bus.getFileName().toString(), driver));
      }
    }
    drivers.sort(Comparator.comparing(LiveDriver::bus).thenComparing(LiveDriver::name));
    Path deferred = sys.resolve("kernel/debug/devices_deferred");
    return new LiveMachine(
        firstLine(proc.resolve("sys/kernel/osrelease")),
        List.copyOf(drivers),
        lines(deferred),
        Files.isReadable(deferred));
  }

  private static LiveDriver driver(Path sys, String bus, Path folder) {
    List<String> devices =
        childrenIfThere(folder).stream()
            .filter(Files::isSymbolicLink)
            .map(link -> link.getFileName().toString())
            .filter(name -> !NO_DEVICES.contains(name))
            .toList();
    String module = linkName(folder.resolve("module"));
    return new LiveDriver(bus, folder.getFileName().toString(), devices, module, size(sys, module));
  }

  /** Only a loaded module has a size there, in bytes (kernel/module/sysfs.c, coresize). */
  private static OptionalLong size(Path sys, String module) {
    String text = module.isEmpty() ? "" : firstLine(sys.resolve("module/" + module + "/coresize"));
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static String linkName(Path link) {
    try {
      return Files.isSymbolicLink(link)
          ? String.valueOf(Files.readSymbolicLink(link).getFileName())
          : "";
    } catch (IOException _) {
      return "";
    }
  }

  private static List<Path> children(Path folder, Path sys) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new MalformedInput(
          folder.toString(),
          -1,
          "no-sysfs",
          "there is no list of buses to read",
          "this needs a running Linux with " + sys + " mounted");
    }
  }

  private static List<Path> childrenIfThere(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static String firstLine(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? "" : lines.getFirst().strip();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      return List.of();
    }
  }
}
