package dev.unprobed.bench.board;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a kernel said after probing had ended on a board.
 *
 * @param drivers every registered driver, {@code bus/name}
 * @param devices every device of every bus
 * @param deferred the names of the devices that still wait for something
 * @param modules the modules that were loaded
 */
public record Truth(
    SortedSet<String> drivers,
    List<Device> devices,
    SortedSet<String> deferred,
    SortedSet<String> modules) {

  private static final String BOUND = "bound.txt";
  private static final String DRIVERS = "drivers.txt";
  private static final String DEVICES = "devices.txt";
  private static final String DEFERRED = "deferred.txt";
  private static final String MODULES = "modules.txt";

  /** The drivers that a device is bound to. */
  public SortedSet<String> bound() {
    return devices.stream()
        .flatMap(device -> device.boundDriver().stream())
        .collect(toCollection(TreeSet::new));
  }

  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(BOUND));
  }

  /** Reads what {@link #write} wrote. */
  public static Truth read(Path folder) throws IOException {
    return new Truth(
        set(folder.resolve(DRIVERS)),
        Files.readAllLines(folder.resolve(DEVICES)).stream().map(Device::parse).toList(),
        set(folder.resolve(DEFERRED)),
        set(folder.resolve(MODULES)));
  }

  private static SortedSet<String> set(Path file) throws IOException {
    return new TreeSet<>(Files.readAllLines(file));
  }

  /** Writes a text file of sorted lines for each part, and one for {@link #bound}. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>(devices.stream().map(Device::line).sorted().toList());
    write(folder.resolve(DEVICES), lines);
    write(folder.resolve(DRIVERS), drivers);
    write(folder.resolve(DEFERRED), deferred);
    write(folder.resolve(MODULES), modules);
    // The last one, because it says that all are there.
    write(folder.resolve(BOUND), bound());
  }

  private static void write(Path file, Collection<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text);
  }
}
