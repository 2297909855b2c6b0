package dev.unprobed.board;

import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.boot.Prediction.Bind;
import dev.unprobed.kernel.unit.Kernel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When probing has ended: what the kernel does by itself, what only somebody else can bring about
 * after that, and what nobody can.
 *
 * @param last the last driver that is certain to bind
 * @param timeout in seconds after the last driver has registered: then nobody waits any longer for
 *     a supplier without a driver; 0 for a kernel without modules, which waits for none after its
 *     late initcalls
 * @param modules those that match a node here and are not loaded, with the paths of the nodes
 * @param overlays whether the kernel takes nodes while it runs, from overlays
 * @param later the drivers that may still come to bind, by what has to happen
 * @param never how many drivers nobody can bring a device for
 */
public record ProbingEnd(
    Optional<Bind> last,
    int timeout,
    SortedMap<String, List<String>> modules,
    boolean overlays,
    Map<Cause, List<DriverReport>> later,
    int never) {
  /** driver_deferred_probe_timeout in drivers/base/dd.c, unless the command line has another. */
  private static final int TIMEOUT = 10;

  /** What a driver that may bind still needs. */
  public enum Cause {
    /** A device that is plugged in, or that answers when its bus looks. */
    FOUND,
    /** A device that somebody names to new_device of an I2C adapter. */
    BY_HAND,
    /**
     * Nobody: it is settled when the kernel is done, but not by what files tell, such as hardware
     * that has to answer, or a condition in code.
     */
    UNTOLD
  }

  /** Of a kernel on a board. */
  public static ProbingEnd of(Kernel kernel, BoardAnalysis analysis) {
    Map<String, String> config = kernel.config();
    boolean modules = config.isEmpty() || config.containsKey("MODULES");
    return new ProbingEnd(
        analysis.boot().isEmpty() ? Optional.empty() : Optional.of(analysis.boot().getLast()),
        modules ? TIMEOUT : 0,
        modules(analysis),
        config.containsKey("OF_OVERLAY"),
        analysis.drivers(Verdict.POSSIBLE).stream()
            .collect(Collectors.groupingBy(ProbingEnd::cause, TreeMap::new, Collectors.toList())),
        analysis.drivers(Verdict.DEAD).size());
  }

  private static SortedMap<String, List<String>> modules(BoardAnalysis analysis) {
    return analysis.nodes().stream()
        .filter(node -> node.state() == NodeReport.State.MODULE)
        .collect(
            Collectors.groupingBy(
                NodeReport::detail,
                TreeMap::new,
                Collectors.mapping(NodeReport::path, Collectors.toList())));
  }

  private static Cause cause(DriverReport driver) {
    String bus = driver.driver().bus();
    if (!driver.devices().isEmpty() || !KernelIndex.findsDevices(bus)) {
      return Cause.UNTOLD;
    }
    return KernelIndex.isByHand(bus) ? Cause.BY_HAND : Cause.FOUND;
  }
}
