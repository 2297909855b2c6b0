package dev.unprobed.bench.board;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A device on a bus, as {@code /sys/bus/BUS/devices/NAME} shows it.
 *
 * @param driver the name of the driver that is bound to it, if one is
 * @param node the path of its node in the device tree, if it has one
 * @param modalias what a module would have to match, if the bus tells
 */
public record Device(
    String bus,
    String name,
    Optional<String> driver,
    Optional<String> node,
    Optional<String> modalias) {

  private static final String ABSENT = "-";
  private static final int FIELDS = 5;

  /** A line of {@code devices.txt}. */
  static Device parse(String line) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException("not %d fields: %s".formatted(FIELDS, line));
    }
    return new Device(
        fields.get(0),
        fields.get(1),
        present(fields.get(2)),
        present(fields.get(3)),
        present(fields.get(4)));
  }

  private static Optional<String> present(String field) {
    return field.equals(ABSENT) ? Optional.empty() : Optional.of(field);
  }

  String line() {
    return String.join(
        "\t", bus, name, driver.orElse(ABSENT), node.orElse(ABSENT), modalias.orElse(ABSENT));
  }

  /** The driver with its bus in front, as {@code --list} prints it. */
  Optional<String> boundDriver() {
    return driver.map(name -> bus + "/" + name);
  }
}
