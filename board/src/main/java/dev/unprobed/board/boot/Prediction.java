package dev.unprobed.board.boot;

import dev.unprobed.kernel.devicetree.DeviceTree;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What two boots of a kernel on a board, a strict and a generous one, say about it. */
public final class Prediction {
  private final KernelIndex index;
  private final BoardFacts facts;
  private final boolean modules;
  private final Boot strict;
  private final Boot generous;
  private final Reach reach;
  private final Map<DriverRef, List<Device>> bound = new HashMap<>();
  private final Map<DriverRef, List<Device>> possible = new HashMap<>();
  private final Map<DriverRef, List<Device>> waiting = new HashMap<>();
  private final Map<DriverRef, List<Device>> failing = new HashMap<>();

  private Prediction(KernelIndex index, DeviceTree tree, List<String> found, boolean modules) {
    this.index = index;
    this.modules = modules;
    this.facts = new BoardFacts(index, tree);
    this.strict = new Boot(index, facts, modules, false).run(found);
    this.generous = new Boot(index, facts, modules, true).run(found);
    strict.devices.forEach(device -> collect(device, bound));
    generous.devices.forEach(device -> collect(device, possible));
    generous.pending().forEach(device -> collectCandidates(device, waiting));
    generous.devices.stream()
        .filter(device -> device.refused)
        .forEach(device -> collectCandidates(device, failing));
    this.reach = new Reach(index, facts, possible.keySet(), modules ? generous.loaded : Set.of());
  }

  /**
   * With no module loaded, or with all that match a device.
   *
   * @param found modaliases of devices that are there, too
   */
  public static Prediction of(
      KernelIndex index, DeviceTree tree, List<String> found, boolean modules) {
    return new Prediction(index, tree, found, modules);
  }

  private static void collect(Device device, Map<DriverRef, List<Device>> into) {
    device.mayBind.forEach(ref -> into.computeIfAbsent(ref, k -> new ArrayList<>()).add(device));
  }

  private void collectCandidates(Device device, Map<DriverRef, List<Device>> into) {
    for (Candidate candidate : device.candidates) {
      DriverRef ref = candidate.ref();
      if (!candidate.declines() && isThere(ref)) {
        into.computeIfAbsent(ref, k -> new ArrayList<>()).add(device);
      }
    }
  }

  private boolean isThere(DriverRef ref) {
    return !ref.isModule() || (modules && generous.loaded.contains(ref.unit()));
  }

  /** Whether it takes a device for sure, and which. */
  public List<String> bound(DriverRef ref) {
    return labels(bound, ref);
  }

  /** The devices that it takes or may take. */
  public List<String> possible(DriverRef ref) {
    return labels(possible, ref);
  }

  /** The devices that match it and wait for ever. */
  public List<String> waiting(DriverRef ref) {
    return labels(waiting, ref);
  }

  /** The devices that match it and whose probe fails. */
  public List<String> failing(DriverRef ref) {
    return labels(failing, ref);
  }

  private static List<String> labels(Map<DriverRef, List<Device>> map, DriverRef ref) {
    return map.getOrDefault(ref, List.of()).stream()
        .map(device -> device.label)
        .distinct()
        .toList();
  }

  /** Why a device of this driver waits, or is not certain. */
  public String why(DriverRef ref) {
    List<Device> some =
        Stream.of(waiting, possible, failing)
            .map(map -> map.getOrDefault(ref, List.of()))
            .filter(list -> !list.isEmpty())
            .findFirst()
            .orElse(List.of());
    return some.stream().map(this::why).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  private String why(Device device) {
    if (!device.reason.isEmpty()) {
      return device.reason;
    }
    Optional<Device> twin =
        strict.devices.stream()
            .filter(other -> other.bus.equals(device.bus) && other.label.equals(device.label))
            .findFirst();
    if (twin.isPresent()) {
      return twin.get().reason;
    }
    if (!device.maker.isEmpty()) {
      return "the device is made by " + device.maker + ", perhaps";
    }
    return device.parent == null
        ? "whether the node becomes a device is not certain"
        : "whether " + device.parent.label + " is bound, and brings it, is not certain";
  }

  /** How it could still come to bind, empty when nothing can make it. */
  public Optional<String> hope(DriverRef ref) {
    return reach.hope(ref);
  }

  /** The units of modules that user space loads for sure, or may load. */
  public Set<Unit> loaded(boolean certain) {
    return certain ? strict.loaded : generous.loaded;
  }

  /**
   * What is known about a device at the end.
   *
   * @param waits for ever, whatever drivers do
   * @param mayWait for ever if what its driver can do without, or what else is not certain, turns
   *     out so
   * @param fails its probe fails with an error that is no deferral, and nobody tries again
   */
  public record DeviceOutcome(
      String bus,
      String name,
      Optional<Node> node,
      String maker,
      boolean certain,
      boolean bound,
      boolean waits,
      boolean mayWait,
      boolean fails,
      List<DriverRef> drivers,
      String reason) {}

  /** All devices, certain ones first. */
  public List<DeviceOutcome> devices() {
    Map<String, Device> certain = new LinkedHashMap<>();
    strict.devices.forEach(device -> certain.putIfAbsent(device.toString(), device));
    List<DeviceOutcome> all = new ArrayList<>();
    for (Device device : generous.devices) {
      Device twin = certain.get(device.toString());
      all.add(outcome(device, twin == null ? device : twin, twin != null));
    }
    return List.copyOf(all);
  }

  private DeviceOutcome outcome(Device may, Device sure, boolean certain) {
    boolean bound = certain && sure.isBound();
    boolean waits = !may.isBound() && generous.pending().contains(may);
    List<DriverRef> drivers =
        bound
            ? List.of(java.util.Objects.requireNonNull(sure.driver))
            : waits || may.refused
                ? may.candidates.stream().map(Candidate::ref).filter(this::isThere).toList()
                : may.mayBind;
    boolean mayWait = !bound && !waits && certain && strict.pending().contains(sure);
    String reason =
        bound
            ? ""
            : waits || may.refused
                ? may.reason
                : mayWait ? sure.reason : may.mayBind.isEmpty() ? "" : why(may);
    return new DeviceOutcome(
        may.bus,
        may.label,
        Optional.ofNullable(may.node),
        may.maker,
        certain,
        bound,
        waits,
        mayWait,
        !bound && certain && may.refused,
        List.copyOf(drivers),
        reason);
  }

  /** A driver takes a device, in the boot of what is certain. */
  public record Bind(
      Phase phase, String bus, String device, Optional<String> node, DriverRef driver) {}

  /** The order of the boot of what is certain. */
  public List<Bind> binds() {
    return strict.steps.stream()
        .map(s -> new Bind(s.phase(), s.bus(), s.device(), s.node(), s.driver()))
        .toList();
  }

  /** The tables of declarations that serve a node. */
  public Set<String> declared(Node node) {
    return index.tables(node.compatible());
  }

  /**
   * Drivers of any unit, loaded or not, whose tables name the node on the bus that it would be on.
   */
  public List<DriverRef> naming(Node node) {
    return reach.naming(node);
  }
}
