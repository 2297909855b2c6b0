package dev.unprobed.board.boot;

import dev.unprobed.board.supply.Binding;
import dev.unprobed.board.supply.Bindings;
import dev.unprobed.kernel.unit.Kernel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs between kernels, as values.
 *
 * @param transparentBuses compatibles of buses whose children become devices without any driver
 *     (of_default_bus_match_table in drivers/of/platform.c)
 * @param reservedMemory those that become devices although no bus is above them
 *     (reserved_mem_matches)
 * @param skipped those that never do (of_skipped_node_table)
 * @param amba whether there is an AMBA bus (CONFIG_ARM_AMBA)
 * @param modules whether the kernel loads modules; without, nobody waits for missing suppliers
 * @param bindings the properties that name suppliers
 */
public record KernelRules(
    Set<String> transparentBuses,
    Set<String> reservedMemory,
    Set<String> skipped,
    boolean amba,
    boolean modules,
    List<Binding> bindings) {
  private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final Set<String> RESERVED =
      Set.of(
          "phram",
          "qcom,rmtfs-mem",
          "qcom,cmd-db",
          "qcom,smem",
          "ramoops",
          "nvmem-rmem",
          "google,open-dice");

  /** The rules of a kernel by its release and its configuration, as far as they are known. */
  public static KernelRules of(Kernel kernel) {
    Map<String, String> config = kernel.config();
    boolean amba = config.isEmpty() || config.containsKey("ARM_AMBA");
    Set<String> buses =
        amba
            ? Set.of("simple-bus", "simple-mfd", "isa", "arm,amba-bus")
            : Set.of("simple-bus", "simple-mfd", "isa");
    boolean modules = config.isEmpty() || config.containsKey("MODULES");
    List<Binding> bindings =
        atLeast(kernel.release(), 6, 7) ? Bindings.linux612() : Bindings.linux61();
    return new KernelRules(buses, RESERVED, Set.of("operating-points-v2"), amba, modules, bindings);
  }

  private static boolean atLeast(String release, int major, int minor) {
    Matcher matcher = RELEASE.matcher(release);
    if (!matcher.matches() || matcher.group(1).length() > 4 || matcher.group(2).length() > 4) {
      return false;
    }
    int first = Integer.parseInt(matcher.group(1));
    return first > major || (first == major && Integer.parseInt(matcher.group(2)) >= minor);
  }
}
