package dev.unprobed.reclaim.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A board that QEMU can be, with what has to be said to it.
 *
 * @param name of the board
 * @param arguments of QEMU, without the kernel, the device tree and the console
 * @param commandLine of the kernel
 * @param deviceTree below the kernel's folder of device trees; absent if QEMU makes its own
 * @param silent compatibles of nodes behind which QEMU has nothing
 * @param disk the device of QEMU that gives it a disk; absent if none can be plugged in
 * @param pages16 arguments for a kernel with pages of 16 KiB, which many processors do not have;
 *     absent if the board's do not
 */
public record Machine(
    String name,
    List<String> arguments,
    String commandLine,
    Optional<String> deviceTree,
    List<String> silent,
    Optional<String> disk,
    Optional<String> pages16) {

  private static final int FIELDS = 4;
  private static final int ALL = 7;

  /**
   * A line of a list of machines: four fields with {@code |} between, and three that may be left
   * out.
   */
  public static Machine parse(String line) {
    List<String> fields =
        new ArrayList<>(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    if (fields.size() < FIELDS || fields.size() > ALL) {
      throw new IllegalArgumentException("not %d to %d fields: %s".formatted(FIELDS, ALL, line));
    }
    while (fields.size() < ALL) {
      fields.add("");
    }
    return new Machine(
        fields.get(0),
        List.of(fields.get(1).split(" +")),
        fields.get(2),
        Optional.of(fields.get(3)).filter(text -> !text.isEmpty()),
        Arrays.stream(fields.get(4).split(" +")).filter(text -> !text.isEmpty()).toList(),
        Optional.of(fields.get(5)).filter(text -> !text.isEmpty()),
        Optional.of(fields.get(6)).filter(text -> !text.isEmpty()));
  }

  /** The boards that a kernel for many of them is booted on, from the list beside this class. */
  public static List<Machine> all() {
    try (InputStream in = Machine.class.getResourceAsStream("machines")) {
      if (in == null) {
        throw new IllegalStateException("there is no list of machines");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Machine::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of {@link #all} that has a name. */
  public static Optional<Machine> named(String name) {
    return all().stream().filter(machine -> machine.name().equals(name)).findFirst();
  }

  /** The same board with more arguments for QEMU. */
  public Machine with(List<String> more) {
    List<String> both = new ArrayList<>(arguments);
    both.addAll(more);
    return new Machine(name, List.copyOf(both), commandLine, deviceTree, silent, disk, pages16);
  }

  /** The same board with processors that have pages of 16 KiB; absent if there are none. */
  public Optional<Machine> withPages16() {
    return pages16.map(words -> with(List.of(words.split(" +"))));
  }

  /** The same board, whose kernels are told more. */
  public Machine told(String parameters) {
    return new Machine(
        name, arguments, commandLine + " " + parameters, deviceTree, silent, disk, pages16);
  }
}
