package dev.unprobed.bench.board;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a kernel said after probing had ended on a board.
 *
 * @param drivers every registered driver, {@code bus/name}
 * @param devices every device of every bus
 * @param deferrals the names of the devices that still wait for something, with what the kernel
 *     says of it, if anything
 * @param modules the modules that were loaded
 * @param probes of each device whose last probe failed what that gave back, a negative number
 * @param silent AMBA devices whose hardware tells no id
 */
public record Truth(
    SortedSet<String> drivers,
    List<Device> devices,
    SortedMap<String, String> deferrals,
    SortedSet<String> modules,
    SortedMap<String, Integer> probes,
    SortedSet<String> silent) {

  private static final String BOUND = "bound.txt";
  private static final String DRIVERS = "drivers.txt";
  private static final String DEVICES = "devices.txt";
  private static final String DEFERRED = "deferred.txt";
  private static final String MODULES = "modules.txt";
  private static final String PROBES = "probes.txt";
  private static final String SILENT = "silent.txt";

  /** The drivers that a device is bound to. */
  public SortedSet<String> bound() {
    return devices.stream()
        .flatMap(device -> device.boundDriver().stream())
        .collect(toCollection(TreeSet::new));
  }

  /** The names of the devices that still wait for something. */
  public SortedSet<String> deferred() {
    return new TreeSet<>(deferrals.keySet());
  }

  /** What became of a device that has not the driver that it was said to have. */
  String fate(String device) {
    String driver =
        devices.stream()
            .filter(one -> one.name().equals(device))
            .findFirst()
            .map(one -> one.driver().orElse(""))
            .orElse("-");
    if (silent.contains(device)) {
      return device + " waits: its hardware tells no id";
    }
    if (deferrals.containsKey(device)) {
      return (device + " waits: " + deferrals.get(device)).replaceFirst(": $", "");
    }
    return switch (driver) {
      case "-" -> "there is no " + device;
      case "" -> failure(device);
      default -> device + " has the driver " + driver;
    };
  }

  private String failure(String device) {
    Integer result = probes.get(device);
    return result == null
        ? device + " was not tried"
        : "the probe of %s fails: %s".formatted(device, ErrorName.of(result));
  }

  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(BOUND));
  }

  /** Reads what {@link #write} wrote. */
  public static Truth read(Path folder) throws IOException {
    return new Truth(
        set(folder.resolve(DRIVERS)),
        Files.readAllLines(folder.resolve(DEVICES)).stream().map(Device::parse).toList(),
        table(folder.resolve(DEFERRED)),
        set(folder.resolve(MODULES)),
        probes(folder.resolve(PROBES)),
        set(folder.resolve(SILENT)));
  }

  private static SortedMap<String, Integer> probes(Path file) throws IOException {
    SortedMap<String, Integer> probes = new TreeMap<>();
    table(file).forEach((device, result) -> probes.put(device, Integer.parseInt(result)));
    return probes;
  }

  private static SortedMap<String, String> table(Path file) throws IOException {
    SortedMap<String, String> table = new TreeMap<>();
    for (String line : set(file)) {
      String[] fields = line.split("\t", 2);
      table.put(fields[0], fields.length < 2 ? "" : fields[1]);
    }
    return table;
  }

  /** Older recordings have not every file. */
  private static SortedSet<String> set(Path file) throws IOException {
    return Files.isRegularFile(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
  }

  /** Writes a text file of sorted lines for each part, and one for {@link #bound}. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>(devices.stream().map(Device::line).sorted().toList());
    write(folder.resolve(DEVICES), lines);
    write(folder.resolve(DRIVERS), drivers);
    write(folder.resolve(DEFERRED), lines(deferrals));
    write(folder.resolve(PROBES), lines(probes));
    write(folder.resolve(SILENT), silent);
    write(folder.resolve(MODULES), modules);
    // The last one, because it says that all are there.
    write(folder.resolve(BOUND), bound());
  }

  private static List<String> lines(SortedMap<String, ?> table) {
    return table.entrySet().stream()
        .map(entry -> (entry.getKey() + "\t" + entry.getValue()).stripTrailing())
        .toList();
  }

  private static void write(Path file, Collection<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text);
  }
}
