package dev.unprobed.board;

import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.boot.Prediction;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.kernel.unit.Linkage;
import java.util.List;

/**
 * What a kernel does on a board.
 *
 * @param drivers of the built-in units, and with {@link ModulePolicy#MATCHING} of all modules too
 * @param devices that come onto buses, or may come
 * @param nodes the available ones with a compatible, in the order of the tree
 * @param boot the binds that are certain, in their order
 */
public record BoardAnalysis(
    Board board,
    ModulePolicy policy,
    List<DriverReport> drivers,
    List<DeviceReport> devices,
    List<NodeReport> nodes,
    List<Prediction.Bind> boot) {

  /** For one board; for many, make the index once. */
  public static BoardAnalysis of(Kernel kernel, Board board, ModulePolicy policy) {
    return of(KernelIndex.of(kernel), board, policy);
  }

  /**
   * For one of many boards.
   *
   * @throws dev.unprobed.kernel.bytes.MalformedInput when the board's processors are of another
   *     architecture
   */
  public static BoardAnalysis of(KernelIndex index, Board board, ModulePolicy policy) {
    Processors.demand(board, index.kernel().architecture());
    boolean modules = policy == ModulePolicy.MATCHING;
    Prediction prediction = Prediction.of(index, board.tree(), board.found(), modules);
    List<DriverReport> drivers =
        index.drivers().stream()
            .filter(ref -> modules || ref.unit().linkage() == Linkage.BUILT_IN)
            .map(ref -> Reports.driver(prediction, ref))
            .toList();
    return new BoardAnalysis(
        board,
        policy,
        drivers,
        Reports.devices(prediction),
        Reports.nodes(prediction, index, board.tree(), modules),
        prediction.binds());
  }

  /** The drivers of one verdict. */
  public List<DriverReport> drivers(Verdict verdict) {
    return drivers.stream().filter(report -> report.verdict() == verdict).toList();
  }

  /** The devices in one state, those that are deferred in the order in which they are made. */
  public List<DeviceReport> devices(DeviceReport.State state) {
    return devices.stream().filter(report -> report.state() == state).toList();
  }

  /** Labels, bus/driver, of one verdict, sorted, each once. */
  public List<String> labels(Verdict verdict) {
    return drivers(verdict).stream().map(DriverReport::label).sorted().distinct().toList();
  }
}
