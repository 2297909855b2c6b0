package dev.unprobed.board;

import dev.unprobed.board.boot.DriverRef;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.boot.Prediction;
import dev.unprobed.board.boot.Prediction.DeviceOutcome;
import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a prediction into what people ask for. */
final class Reports {
  private Reports() {}

  static DriverReport driver(Prediction prediction, DriverRef ref) {
    List<String> bound = prediction.bound(ref);
    if (!bound.isEmpty()) {
      return report(ref, Verdict.BOUND, bound, "");
    }
    List<String> possible = prediction.possible(ref);
    if (!possible.isEmpty()) {
      return report(ref, Verdict.POSSIBLE, possible, prediction.why(ref));
    }
    List<String> waiting = prediction.waiting(ref);
    if (!waiting.isEmpty()) {
      return report(ref, Verdict.DEFERRED, waiting, prediction.why(ref));
    }
    List<String> failing = prediction.failing(ref);
    if (!failing.isEmpty()) {
      return report(ref, Verdict.POSSIBLE, failing, "its probe fails: " + prediction.why(ref));
    }
    return prediction
        .hope(ref)
        .map(hope -> report(ref, Verdict.POSSIBLE, List.of(), hope))
        .orElseGet(() -> report(ref, Verdict.DEAD, List.of(), KernelIndex.proof(ref)));
  }

  private static DriverReport report(
      DriverRef ref, Verdict verdict, List<String> devices, String reason) {
    return new DriverReport(ref.unit(), ref.driver(), verdict, devices, reason);
  }

  static List<DeviceReport> devices(Prediction prediction) {
    return prediction.devices().stream().map(Reports::device).toList();
  }

  private static DeviceReport device(DeviceOutcome outcome) {
    return new DeviceReport(
        outcome.bus(),
        outcome.name(),
        outcome.node().map(Node::path).orElse(""),
        outcome.maker(),
        outcome.certain(),
        state(outcome),
        outcome.drivers().stream().map(DriverRef::label).toList(),
        outcome.reason());
  }

  private static DeviceReport.State state(DeviceOutcome outcome) {
    if (outcome.bound()) {
      return DeviceReport.State.BOUND;
    }
    if (outcome.waits()) {
      return DeviceReport.State.DEFERRED;
    }
    if (outcome.mayWait()) {
      return DeviceReport.State.WAITING;
    }
    if (outcome.fails()) {
      return DeviceReport.State.FAILS;
    }
    return outcome.drivers().isEmpty() ? DeviceReport.State.UNMATCHED : DeviceReport.State.POSSIBLE;
  }

  static List<NodeReport> nodes(
      Prediction prediction, KernelIndex index, DeviceTree tree, boolean modules) {
    Map<Node, DeviceOutcome> byNode = new HashMap<>();
    prediction.devices().forEach(d -> d.node().ifPresent(node -> byNode.putIfAbsent(node, d)));
    List<NodeReport> all = new ArrayList<>();
    collect(prediction, index, tree.root(), byNode, modules, all);
    return List.copyOf(all);
  }

  /** What lies below a node that is not available is not there for the kernel. */
  private static void collect(
      Prediction prediction,
      KernelIndex index,
      Node node,
      Map<Node, DeviceOutcome> byNode,
      boolean modules,
      List<NodeReport> into) {
    for (Node child : node.children()) {
      if (child.isAvailable()) {
        if (child.has("compatible")) {
          into.add(NodeStates.of(prediction, index, child, byNode.get(child)));
        }
        collect(prediction, index, child, byNode, modules, into);
      }
    }
  }
}
