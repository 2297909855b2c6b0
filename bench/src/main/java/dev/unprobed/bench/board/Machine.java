package dev.unprobed.bench.board;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A board that QEMU can be, with what has to be said to it.
 *
 * @param name unique among the machines of one kernel
 * @param kernel the name of the kernel that boots on it
 * @param arguments of QEMU, without the kernel, the device tree and the console
 * @param commandLine of the kernel
 * @param deviceTree below the kernel's folder of device trees; absent if QEMU makes its own
 */
public record Machine(
    String name,
    String kernel,
    List<String> arguments,
    String commandLine,
    Optional<String> deviceTree) {

  private static final int FIELDS = 5;

  /** A line of {@code bench/board/machines}: five fields with {@code |} between. */
  static Machine parse(String line) {
    List<String> fields = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException("not %d fields: %s".formatted(FIELDS, line));
    }
    return new Machine(
        fields.get(0),
        fields.get(1),
        List.of(fields.get(2).split(" +")),
        fields.get(3),
        Optional.of(fields.get(4)).filter(text -> !text.isEmpty()));
  }

  /** What the machine is called where those of several kernels are listed. */
  public String title() {
    return kernel + "/" + name;
  }
}
