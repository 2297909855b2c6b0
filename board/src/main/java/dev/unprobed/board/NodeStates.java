package dev.unprobed.board;

import dev.unprobed.board.NodeReport.State;
import dev.unprobed.board.boot.DriverRef;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.boot.Prediction;
import dev.unprobed.board.boot.Prediction.DeviceOutcome;
import dev.unprobed.kernel.devicetree.Node;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a node. */
final class NodeStates {
  /** Buses and register blocks that are used by others, without a driver of their own. */
  private static final Set<String> DRIVERLESS =
      Set.of("simple-bus", "simple-mfd", "isa", "arm,amba-bus", "syscon", "operating-points-v2");

  /** With one of these, others use the node whatever else it is. */
  private static final Set<String> USED_BY_OTHERS = Set.of("syscon", "simple-bus");

  private NodeStates() {}

  private static boolean isDriverless(Node node) {
    return DRIVERLESS.containsAll(node.compatible())
        || node.compatible().stream().anyMatch(USED_BY_OTHERS::contains);
  }

  static NodeReport of(
      Prediction prediction, KernelIndex index, Node node, @Nullable DeviceOutcome device) {
    if (device != null && !device.drivers().isEmpty()) {
      State state = device.bound() ? State.BOUND : device.waits() ? State.DEFERRED : State.POSSIBLE;
      if (device.certain() || prediction.declared(node).isEmpty()) {
        return report(node, state, device.drivers(), device.reason());
      }
    }
    Set<String> tables = prediction.declared(node);
    if (!tables.isEmpty()) {
      return report(node, State.DECLARED, List.of(), String.join(", ", tables));
    }
    List<DriverRef> naming = prediction.naming(node);
    if (!naming.isEmpty()) {
      boolean builtIn = naming.stream().anyMatch(ref -> !ref.isModule());
      return builtIn
          ? report(node, State.UNREACHED, naming, "no device is made for it")
          : report(node, State.MODULE, naming, "module " + naming.getFirst().unit().name());
    }
    if (device == null || isDriverless(node)) {
      return report(node, State.NO_DRIVER_NEEDED, List.of(), device == null ? "no device" : "");
    }
    return report(
        node,
        State.MISSING,
        List.of(),
        index.kernel().release() + " has no driver, though code may use it without one");
  }

  private static NodeReport report(Node node, State state, List<DriverRef> drivers, String detail) {
    return new NodeReport(
        node.path(),
        node.compatible(),
        state,
        drivers.stream().map(DriverRef::label).toList(),
        detail);
  }
}
