package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Declaration;
import dev.unprobed.kernel.unit.Kernel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides about every built-in unit of a build tree. Three things are asked: may each of its
 * sections leave; is what its init does undone; and do all leave that use it. The last is a
 * greatest fixed point: one that stays keeps those that it uses.
 */
public final class Admission {
  private final List<Built> units;
  private final Uses uses;
  private final Map<String, Verdict.Refused> refused = new LinkedHashMap<>();

  private Admission(List<Built> units, Uses uses) {
    this.units = units;
    this.uses = uses;
  }

  /**
   * A verdict for each built-in unit, in link order.
   *
   * @param kernel what {@link dev.unprobed.kernel.KernelReader} made of the same tree
   */
  public static List<Verdict> of(BuildTree tree, Kernel kernel) {
    BuiltReader read = BuiltReader.read(tree, kernel);
    return new Admission(read.units(), Uses.of(read.units())).verdicts();
  }

  private List<Verdict> verdicts() {
    for (Built unit : units) {
      alone(unit).ifPresent(r -> refused.put(unit.path(), r));
    }
    keepUsed();
    return units.stream().map(this::verdict).toList();
  }

  /** What speaks against a unit whoever uses it. */
  private Optional<Verdict.Refused> alone(Built unit) {
    for (ObjectFacts object : unit.objects()) {
      if (!object.blockers().isEmpty()) {
        ObjectFacts.Blocker blocker = object.blockers().getFirst();
        return refusal(unit, blocker.reason(), blocker.proof());
      }
    }
    boolean library = unit.inits().isEmpty() && !uses.users(unit.path()).isEmpty();
    boolean driver = !unit.found().drivers().isEmpty() || !unit.found().declarations().isEmpty();
    if (!library && !driver) {
      return refusal(unit, Reason.NO_DRIVER, "it registers no driver");
    }
    if (!unit.inits().isEmpty() && unit.exits() == 0) {
      return refusal(unit, Reason.NOT_UNDONE, "it has no exit");
    }
    return Optional.empty();
  }

  private void keepUsed() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Built unit : units) {
        Optional<Map.Entry<String, String>> keeper = keeper(unit);
        if (keeper.isPresent()) {
          String proof = keeper.get().getKey() + ": " + keeper.get().getValue();
          refusal(unit, Reason.USED_BY_CORE, proof).ifPresent(r -> refused.put(unit.path(), r));
          changed = true;
        }
      }
    }
  }

  /** Somebody that stays and uses a unit that so far would not. */
  private Optional<Map.Entry<String, String>> keeper(Built unit) {
    return refused.containsKey(unit.path())
        ? Optional.empty()
        : uses.users(unit.path()).entrySet().stream()
            .filter(e -> refused.containsKey(e.getKey()))
            .findFirst();
  }

  private static Optional<Verdict.Refused> refusal(Built unit, Reason reason, String proof) {
    return Optional.of(new Verdict.Refused(unit.unit(), reason, proof, unit.size()));
  }

  private Verdict verdict(Built unit) {
    Verdict.Refused refusal = refused.get(unit.path());
    return refusal != null ? refusal : new Verdict.Admitted(candidate(unit));
  }

  private Candidate candidate(Built unit) {
    Set<String> users = new TreeSet<>(uses.users(unit.path()).keySet());
    return new Candidate(
        unit.unit(),
        unit.pieces(),
        unit.inits(),
        unit.exits(),
        users,
        List.of(),
        unit.found().declarations().stream().map(Declaration::compatible).distinct().toList());
  }

  /** How many bytes there are for each reason, for tests and tables. */
  static Map<Reason, Long> bytes(List<Verdict> verdicts) {
    Map<Reason, Long> bytes = new HashMap<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Refused r) {
        bytes.merge(r.reason(), r.bytes(), Long::sum);
      }
    }
    return bytes;
  }
}
