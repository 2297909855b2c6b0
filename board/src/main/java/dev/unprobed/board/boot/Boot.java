package dev.unprobed.board.boot;

import dev.unprobed.board.boot.Supply.Answer;
import dev.unprobed.board.boot.Supply.Outcome;
import dev.unprobed.kernel.devicetree.Node;
import dev.unprobed.kernel.unit.Driver.Registration;
import dev.unprobed.kernel.unit.MadeDevice;
import dev.unprobed.kernel.unit.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One boot: drivers/base/dd.c as a sequence of events.
 *
 * <p>A strict boot takes only what is certain; a generous one all that may be, and then a device
 * can have several drivers. Each device is tried when it comes and when a driver of it comes;
 * deferred ones again whenever something has bound, once late_initcall is reached.
 */
final class Boot {
  private final KernelIndex index;
  private final boolean loadModules;
  private final boolean generous;
  private final BusRules busRules;
  private final Supply supply;
  private final DeviceMaker maker;
  private final Addresses addresses;

  final Map<Node, Device> byNode = new HashMap<>();
  final List<Device> devices = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();
  final Set<Unit> loaded = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<DriverRef, List<Device>> waitingFor = new HashMap<>();
  private final Set<DriverRef> registered = new HashSet<>();
  private Set<Device> pending = new LinkedHashSet<>();
  private Phase phase = Phase.PURE;
  private boolean triggered;
  private List<String> told = List.of();

  Boot(KernelIndex index, BoardFacts facts, boolean loadModules, boolean generous) {
    this.index = index;
    this.loadModules = loadModules;
    this.generous = generous;
    this.addresses = new Addresses(index.kernel());
    this.busRules = new BusRules(index.rules());
    this.supply = new Supply(facts, byNode, index.rules().modules());
    this.maker = new DeviceMaker(index, facts, this, generous);
  }

  /**
   * Boots.
   *
   * @param found modaliases of devices that no file tells of, and what does not answer
   */
  Boot run(List<String> found) {
    told = found;
    index.madeByUnits().stream().filter(made -> !isModule(made.unit())).forEach(this::makeByUnit);
    FoundDevices.of(found).forEach(this::addFound);
    int next = 0;
    List<DriverRef> builtIn = index.drivers().stream().filter(ref -> !ref.isModule()).toList();
    for (Phase current : Phase.values()) {
      phase = current;
      startOf(current);
      while (next < builtIn.size()
          && Phase.ofLevel(builtIn.get(next).driver().level()) == current) {
        register(builtIn.get(next++));
        flush();
      }
    }
    return this;
  }

  private void startOf(Phase current) {
    switch (current) {
      case ARCH_SYNC -> maker.populateTree();
      case LATE, TIMEOUT -> triggered = true;
      case MODULES -> {
        if (loadModules) {
          loadAll();
        }
      }
      case PURE, CORE, POSTCORE, ARCH, SUBSYS, FS, DEVICE -> {}
    }
    flush();
  }

  /** Unless code that always runs has made it already. */
  private void addFound(Device device) {
    if (devices.stream().noneMatch(d -> d.bus.equals(device.bus) && d.name.equals(device.name))) {
      add(device);
    }
  }

  private static boolean isModule(Unit unit) {
    return unit.linkage() == dev.unprobed.kernel.unit.Linkage.MODULE;
  }

  private void makeByUnit(KernelIndex.Made made) {
    if (generous || made.device().when() == MadeDevice.When.ALWAYS) {
      maker.make(made, null);
    }
  }

  private void loadAll() {
    boolean more = true;
    while (more) {
      List<Unit> wanted =
          devices.stream()
              .flatMap(device -> index.modules().wanted(device).stream())
              .filter(loaded::add)
              .toList();
      more = !wanted.isEmpty();
      for (Unit unit : wanted) {
        index.madeByUnit(unit).forEach(this::makeByUnit);
      }
      wanted.stream()
          .flatMap(unit -> index.of(unit).stream())
          .sorted(Comparator.comparingInt(DriverRef::order))
          .forEach(this::register);
      flush();
    }
  }

  private void register(DriverRef ref) {
    registered.add(ref);
    for (Device device : List.copyOf(waitingFor.getOrDefault(ref, List.of()))) {
      device.candidates.stream()
          .filter(candidate -> candidate.ref() == ref)
          .forEach(candidate -> attempt(device, candidate));
    }
  }

  /** A device has come onto its bus. */
  void add(Device device) {
    devices.add(device);
    if (device.node != null) {
      byNode.putIfAbsent(device.node, device);
    }
    device.candidates =
        index.bus(device.bus).stream()
            .flatMap(bus -> bus.near(device).stream())
            .map(ref -> busRules.match(device, ref))
            .flatMap(Optional::stream)
            .toList();
    for (Candidate candidate : device.candidates) {
      waitingFor.computeIfAbsent(candidate.ref(), k -> new ArrayList<>()).add(device);
    }
    tryAll(device);
  }

  private void tryAll(Device device) {
    for (Candidate candidate : device.candidates) {
      if (registered.contains(candidate.ref())) {
        attempt(device, candidate);
      }
    }
  }

  private void attempt(Device device, Candidate candidate) {
    boolean sure = candidate.certain() && registers(candidate.ref(), device) && !device.contested;
    if (candidate.declines() || (device.isBound() && !generous)) {
      return;
    }
    device.canMatch = true;
    Outcome outcome = suppliers(device, candidate.ref());
    if (outcome.answer() == Answer.REFUSED) {
      device.refused = true;
      device.reason = outcome.reason();
    } else if (outcome.answer() == Answer.BLOCKED
        || outcome.answer() == Answer.FAILS
        || (outcome.answer() == Answer.ABSENT && !generous)) {
      defer(device, candidate.ref(), outcome);
    } else if ((sure && addresses.reaches(device)) || generous) {
      bind(device, candidate.ref());
    } else if (!device.contested) {
      device.contested = true;
      device.reason = candidate.ref().label() + " may take it: " + why(device, candidate);
    }
  }

  private Outcome suppliers(Device device, DriverRef ref) {
    return FoundDevices.isSilent(told, device)
        ? new Outcome(Answer.FAILS, "its hardware does not answer, as told")
        : supply.of(
            device,
            ref,
            index.madeBy(ref).isEmpty(),
            phase == Phase.TIMEOUT || !index.rules().modules());
  }

  /**
   * A unit that makes a device for a driver of its own registers that too; and where a device has
   * been seen, its driver's init is not taken to have failed.
   */
  private static boolean registers(DriverRef ref, Device device) {
    return ref.isCertain() || device.maker.equals(ref.unit().name()) || !device.modalias.isEmpty();
  }

  private String why(Device device, Candidate candidate) {
    if (!addresses.reaches(device)) {
      return "it lies beyond the addresses that the kernel can reach";
    }
    return candidate.certain()
        ? "its unit registers it only under a condition"
        : "whether it fits is known only to the hardware";
  }

  private void defer(Device device, DriverRef ref, Outcome outcome) {
    device.reason = outcome.reason();
    if (ref.driver().registration() != Registration.ONCE || generous) {
      pending.add(device);
    }
  }

  private void bind(Device device, DriverRef ref) {
    if (device.mayBind.contains(ref)) {
      return;
    }
    device.mayBind.add(ref);
    if (!device.isBound()) {
      device.driver = ref;
      device.boundIn = phase;
      steps.add(
          new Step(
              phase,
              device.bus,
              device.label,
              Optional.ofNullable(device.node).map(Node::path),
              ref));
      device.reason = "";
      device.refused = false;
      pending.remove(device);
    }
    triggered = phase.compareTo(Phase.LATE) >= 0;
    maker.bound(device, ref);
  }

  /** driver_deferred_probe_trigger() and the work that it queues. */
  private void flush() {
    while (triggered) {
      triggered = false;
      Set<Device> active = pending;
      pending = new LinkedHashSet<>();
      active.forEach(this::tryAll);
    }
  }

  Set<Device> pending() {
    return pending;
  }

  /** A driver took a device. */
  record Step(Phase phase, String bus, String device, Optional<String> node, DriverRef driver) {}
}
