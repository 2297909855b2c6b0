package dev.unprobed.bench.board;

import dev.unprobed.reclaim.run.Emulator;
import dev.unprobed.reclaim.run.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kernel on a machine.
 *
 * @param kernel the name of the kernel
 * @param machine its name is unique among the machines of one kernel
 */
public record Pairing(String kernel, Machine machine) {

  /**
   * A line of {@code bench/board/machines}: the machine's name, the kernel's, and what else a
   * {@link Machine} has, with {@code |} between. Two fields stand for the machine of that name that
   * {@code unprobed reclaim run} knows.
   */
  static Pairing parse(String line) {
    List<String> fields = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (fields.size() < 2) {
      throw new IllegalArgumentException("no kernel: " + line);
    }
    String name = fields.getFirst();
    return new Pairing(
        fields.get(1),
        fields.size() == 2
            ? Machine.named(name).orElseThrow(() -> new IllegalArgumentException(line))
            : Machine.parse(name + "|" + fields.stream().skip(2).collect(Collectors.joining("|"))));
  }

  public String name() {
    return machine.name();
  }

  /** What the machine is called where those of several kernels are listed. */
  public String title() {
    return kernel + "/" + name();
  }

  /** QEMU with both. */
  Emulator emulator(StockKernel kernel) {
    return new Emulator(
        kernel.emulator(),
        machine,
        kernel.image(),
        machine.deviceTree().map(kernel.deviceTrees()::resolve));
  }

  Optional<String> deviceTree() {
    return machine.deviceTree();
  }
}
