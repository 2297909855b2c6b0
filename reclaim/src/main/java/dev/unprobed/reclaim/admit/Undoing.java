package dev.unprobed.reclaim.admit;

import dev.unprobed.reclaim.admit.ObjectFacts.Blocker;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether leaving takes back exactly what a unit's init did. With an exit, each call of init that
 * leaves a trace needs its opposite in the exit, and each that the exit takes back must have been
 * done. Without one, init may only register drivers, which the kernel unregisters.
 */
final class Undoing {
  private final Code code;
  private final Uses uses;
  private final Set<String> candidates;

  /**
   * @param candidates units that may leave, as far as that is known: what is registered with them
   *     is of use as long as they are
   */
  Undoing(Code code, Uses uses, Set<String> candidates) {
    this.code = code;
    this.uses = uses;
    this.candidates = candidates;
  }

  /** What speaks against leaving; empty when nothing does. */
  Optional<Blocker> of(Built unit) {
    if (unit.inits().isEmpty()) {
      return unit.exits() == 0
          ? Optional.empty()
          : blocker(Reason.EXIT_WITHOUT_INIT, "it has an exit and no init");
    }
    Code.Behaviour init = code.init(unit.path());
    Code.Behaviour exit = code.exit(unit.path());
    return unknown(init, exit)
        .or(() -> unit.exits() == 0 ? registerOnly(init) : undone(init, exit))
        .or(() -> unit.exits() == 0 ? Optional.empty() : done(unit, init, exit));
  }

  /** Whether a unit without drivers makes something that everybody can use at once. */
  Optional<Blocker> open(Built unit) {
    Code.Behaviour init = code.init(unit.path());
    return first(init.calls())
        .filter(e -> Interface.isOpenToAll(e.getKey()) && init.direct().contains(e.getKey()))
        .map(e -> new Blocker(Reason.NO_DRIVER, "it registers no driver; " + call(e)))
        .findFirst();
  }

  /** Whether init registers what works without a device being bound. */
  Optional<Blocker> service(Built unit) {
    return first(code.init(unit.path()).calls())
        .filter(e -> !Interface.leavesNoTrace(e.getKey()) && !Interface.isPassive(e.getKey()))
        .filter(e -> Deed.of(e.getKey()).kind() != Deed.Kind.UNDOES)
        .filter(e -> uses.definer(e.getKey()).filter(candidates::contains).isEmpty())
        .map(e -> new Blocker(Reason.ESSENTIAL, call(e)))
        .findFirst();
  }

  /**
   * What the exit calls too, through the same pointer, is a way back that init takes on failure.
   */
  private static Optional<Blocker> unknown(Code.Behaviour init, Code.Behaviour exit) {
    return init.indirect().stream()
        .filter(name -> !exit.indirect().contains(name))
        .sorted()
        .findFirst()
        .map(name -> new Blocker(Reason.NOT_UNDONE, name + "() calls through a pointer"));
  }

  private Optional<Blocker> registerOnly(Code.Behaviour init) {
    return first(init.calls())
        .filter(e -> !Interface.registersPlainDriver(e.getKey()))
        .filter(e -> !Interface.leavesNoTrace(e.getKey()) && !undoesOwn(init, e.getKey()))
        .map(e -> new Blocker(Reason.NOT_UNDONE, call(e) + ", and there is no exit"))
        .findFirst();
  }

  private Optional<Blocker> undone(
      Map.Entry<String, String> done, Code.Behaviour init, Code.Behaviour exit) {
    String name = done.getKey();
    int undoings = 0;
    for (Map.Entry<String, Integer> undo : exit.places().entrySet()) {
      undoings += undoes(undo.getKey(), name) ? undo.getValue() : 0;
    }
    if (undoings == 0) {
      return blocker(Reason.NOT_UNDONE, call(done) + ", and the exit does not undo that");
    }
    // Drivers that are left are seen by the kernel, which looks once more.
    boolean counts = !Interface.isTree(name) && !code.registersDriver(name);
    int doings = init.places().getOrDefault(name, 0);
    return counts && doings > undoings
        ? blocker(
            Reason.NOT_UNDONE,
            "%s at %d places, and the exit undoes %d".formatted(call(done), doings, undoings))
        : Optional.empty();
  }

  private Optional<Blocker> undone(Code.Behaviour init, Code.Behaviour exit) {
    return first(init.calls())
        .filter(e -> !Interface.leavesNoTrace(e.getKey()) && !undoesOwn(init, e.getKey()))
        .filter(e -> !exit.clears().contains(e.getKey()))
        .flatMap(e -> undone(e, init, exit).stream())
        .findFirst();
  }

  private Optional<Blocker> done(Built unit, Code.Behaviour init, Code.Behaviour exit) {
    return first(exit.calls())
        .filter(e -> !Interface.leavesNoTrace(e.getKey()))
        .filter(e -> !init.calls().containsKey(e.getKey()) || !exit.clears().contains(e.getKey()))
        .flatMap(e -> notDone(unit, e, init, exit).stream())
        .findFirst();
  }

  /**
   * What is taken back under a condition may have been done when a device was bound: then other
   * code of the unit does it.
   */
  private Optional<Blocker> notDone(
      Built unit, Map.Entry<String, String> undo, Code.Behaviour init, Code.Behaviour exit) {
    boolean conditional = !exit.always().contains(undo.getKey());
    if (conditional && undoesAny(undo.getKey(), unit.uses())) {
      return Optional.empty();
    }
    if (!undoesOwn(init, undo.getKey())) {
      return blocker(Reason.EXIT_WITHOUT_INIT, call(undo) + ", and init does not do that");
    }
    boolean certain = undoesAny(undo.getKey(), init.always());
    if (!conditional && !certain) {
      return blocker(
          Reason.EXIT_WITHOUT_INIT, call(undo) + ", and init may succeed without doing that");
    }
    return Optional.empty();
  }

  private boolean undoes(String undo, String done) {
    return Deed.of(undo).undoes(Deed.of(done))
        || undo.equals("driver_unregister") && code.registersDriver(done);
  }

  /** Whether it takes back something that init does, as it does itself when it fails. */
  private boolean undoesOwn(Code.Behaviour init, String function) {
    return undoesAny(function, init.calls().keySet());
  }

  private boolean undoesAny(String function, Set<String> done) {
    return done.stream().anyMatch(d -> undoes(function, d));
  }

  /** In the order of names, so that proofs do not change. */
  private static Stream<Map.Entry<String, String>> first(Map<String, String> calls) {
    return new TreeMap<>(calls).entrySet().stream();
  }

  private static String call(Map.Entry<String, String> call) {
    return call.getValue() + "() calls " + call.getKey() + "()";
  }

  private static Optional<Blocker> blocker(Reason reason, String proof) {
    return Optional.of(new Blocker(reason, proof));
  }
}
