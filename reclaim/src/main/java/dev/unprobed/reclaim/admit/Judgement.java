package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.object.Linker;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Puts together what is found out about single units, and who uses whom. */
final class Judgement {
  /** Users that are no units. */
  static final String SCRIPT = "(linker script)";

  static final String MODULES = "(modules)";

  private final List<Built> units;
  private final Map<String, Built> byPath = new HashMap<>();
  private final Uses uses;
  private final Undoing undoing;
  private final Feeds feeds;
  private final Map<String, Verdict.Refused> refused = new LinkedHashMap<>();

  /** All others. */
  private final Set<String> leaving = new HashSet<>();

  /** Units without drivers of their own that serve devices of others. */
  private final Set<String> additions = new HashSet<>();

  Judgement(BuiltReader read, Uses uses) {
    this.units = read.units();
    this.uses = uses;
    units.forEach(unit -> byPath.put(unit.path(), unit));
    Code code = new Code(Linker.link("built-in units", read.files()), read.owners());
    this.feeds = new Feeds(units, uses, code.buses());
    this.undoing = new Undoing(code, uses, Collections.unmodifiableSet(leaving));
  }

  List<Verdict> verdicts() {
    for (Built unit : units) {
      leaving.add(unit.path());
      alone(unit).ifPresent(this::refuse);
    }
    settle();
    leavers().entangled().forEach((path, proof) -> refuse(path, Reason.USED_BY_CORE, proof));
    settle();
    Leavers leavers = leavers();
    return units.stream().map(unit -> verdict(unit, leavers)).toList();
  }

  private Leavers leavers() {
    return new Leavers(byPath, uses, refused.keySet(), additions);
  }

  /** Each one that stays may keep others. */
  private void settle() {
    boolean changed = true;
    while (changed) {
      changed = keepUsed();
      changed |= keepServices();
      changed |= keepIdle();
    }
  }

  private Verdict verdict(Built unit, Leavers leavers) {
    Verdict.Refused refusal = refused.get(unit.path());
    return refusal != null
        ? refusal
        : new Verdict.Admitted(leavers.candidate(unit, feeds.of(unit)));
  }

  /** What speaks against a unit whoever uses it. */
  private Optional<Verdict.Refused> alone(Built unit) {
    for (ObjectFacts object : unit.objects()) {
      if (!object.blockers().isEmpty()) {
        return Optional.of(refusal(unit, object.blockers().getFirst()));
      }
    }
    String module = uses.users(unit.path()).get(MODULES);
    if (module != null) {
      return Optional.of(refusal(unit, Reason.WANTED_BY_MODULE, module));
    }
    Optional<ObjectFacts.Blocker> left = undoing.of(unit);
    if (unit.hasDriver() || !uses.users(unit.path()).isEmpty()) {
      return left.map(b -> refusal(unit, b));
    }
    if (!unit.inits().isEmpty() || unit.exports()) {
      additions.add(unit.path());
      return left.or(() -> undoing.open(unit)).map(b -> refusal(unit, b));
    }
    return Optional.of(refusal(unit, Reason.NO_DRIVER, "nobody uses it, and it has no driver"));
  }

  /** One that stays keeps what it uses. */
  private boolean keepUsed() {
    boolean changed = false;
    for (Built unit : units) {
      if (!refused.containsKey(unit.path())) {
        Optional<Map.Entry<String, String>> keeper =
            uses.users(unit.path()).entrySet().stream().filter(e -> stays(e.getKey())).findFirst();
        keeper.ifPresent(
            e -> refuse(unit.path(), Reason.USED_BY_CORE, e.getKey() + ": " + e.getValue()));
        changed |= keeper.isPresent();
      }
    }
    return changed;
  }

  private boolean stays(String user) {
    return refused.containsKey(user) || !byPath.containsKey(user);
  }

  private boolean keepServices() {
    boolean changed = false;
    for (Built unit : units) {
      if (leaving.contains(unit.path())) {
        Optional<ObjectFacts.Blocker> service = undoing.service(unit);
        service.ifPresent(blocker -> refuse(refusal(unit, blocker)));
        changed |= service.isPresent();
      }
    }
    return changed;
  }

  /**
   * A unit that does something at boot, and has no driver, is idle only if drivers use it, or use
   * what it adds to.
   */
  private boolean keepIdle() {
    Set<String> serving = serving();
    boolean changed = false;
    for (Built unit : units) {
      String path = unit.path();
      boolean plain = unit.hasDriver() || unit.inits().isEmpty() && !additions.contains(path);
      boolean serves =
          additions.contains(path)
              ? uses.suppliers(path).stream().anyMatch(serving::contains)
              : serving.contains(path);
      if (leaving.contains(path) && !plain && !serves) {
        refuse(path, Reason.NO_DRIVER, "it registers no driver, and no driver uses it");
        changed = true;
      }
    }
    return changed;
  }

  /** Units with drivers, and those that they use. */
  private Set<String> serving() {
    Set<String> serving = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    leaving.stream().filter(path -> unit(path).hasDriver()).forEach(open::add);
    while (!open.isEmpty()) {
      String path = open.pop();
      if (leaving.contains(path) && serving.add(path)) {
        open.addAll(uses.suppliers(path));
      }
    }
    return serving;
  }

  private Built unit(String path) {
    return Objects.requireNonNull(byPath.get(path));
  }

  private void refuse(String path, Reason reason, String proof) {
    refuse(refusal(unit(path), reason, proof));
  }

  private void refuse(Verdict.Refused refusal) {
    refused.put(refusal.unit().path(), refusal);
    leaving.remove(refusal.unit().path());
  }

  private static Verdict.Refused refusal(Built unit, ObjectFacts.Blocker blocker) {
    return refusal(unit, blocker.reason(), blocker.proof());
  }

  private static Verdict.Refused refusal(Built unit, Reason reason, String proof) {
    return new Verdict.Refused(unit.unit(), reason, proof, unit.size());
  }
}
