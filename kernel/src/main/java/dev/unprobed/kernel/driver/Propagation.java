package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Calls;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Carries effects from functions to their callers, until nothing changes or a chain gets too long.
 */
final class Propagation {
  private static final int LONGEST_CHAIN = 10;

  /** What has more callers than this is no part of one unit's init. */
  private static final int MOST_CALLERS = 6;

  private static final int MOST_EFFECTS = 400;

  private final Functions functions;
  private final CallGraph graph;
  private final Interpreter interpreter;
  private final Evaluation evaluation;

  /** By address of the function. */
  private final Map<Long, List<Effect>> effects = new HashMap<>();

  private final Map<Effect, Set<Long>> origins = new LinkedHashMap<>();

  /**
   * By the address of a function: the buses of devices that it makes under names nobody can read.
   */
  private final Map<Long, Set<String>> nameless = new HashMap<>();

  /** Addresses of functions that give back pointers. */
  private final Set<Long> pointers = new HashSet<>();

  /** Addresses whose effects are facts and not found by walking. */
  private final Set<Long> given = new HashSet<>();

  Propagation(Program program, Functions functions, CallGraph graph, Evaluation evaluation) {
    this.functions = functions;
    this.graph = graph;
    this.interpreter = new Interpreter(program, functions);
    this.evaluation = evaluation;
  }

  /** Facts about functions here, and what is known about those that lie elsewhere. */
  void give(Program program, Map<String, List<Effect>> facts, Map<String, List<Effect>> elsewhere) {
    facts.forEach(
        (name, list) -> program.named(name).forEach(symbol -> give(symbol.address(), list)));
    Facts.POINTERS.forEach(
        name -> program.named(name).forEach(symbol -> pointers.add(symbol.address())));
    for (Symbol symbol : program.symbols()) {
      var known = elsewhere.get(symbol.name());
      if (symbol.kind() == Symbol.Kind.EXTERNAL && known != null) {
        effects.put(symbol.address(), known);
        given.add(symbol.address());
      }
    }
  }

  private void give(long address, List<Effect> list) {
    effects.put(address, list);
    given.add(address);
  }

  /** The stride of the array that a function goes through; 0 when it is not seen to do so. */
  long stride(Program program, String... functionsInOrder) {
    long stride = 0;
    for (var name : functionsInOrder) {
      for (Symbol symbol : program.named(name)) {
        int index = functions.at(symbol.address());
        if (index >= 0) {
          walk(index);
          for (var effect : effects.getOrDefault(symbol.address(), List.of())) {
            stride = effect instanceof Effect.Each e ? e.stride() : stride;
          }
        }
      }
    }
    return stride;
  }

  /** What the functions at addresses bring about. */
  Map<Long, List<Effect>> run() {
    var changed = new TreeSet<>(effects.keySet());
    for (int round = 0; round < LONGEST_CHAIN && !changed.isEmpty(); round++) {
      var callers = new TreeSet<Integer>();
      for (long target : changed) {
        if (matters(target)) {
          for (int caller : graph.callers(target)) {
            callers.add(caller);
          }
        }
      }
      changed.clear();
      for (int caller : callers) {
        if (!given.contains(functions.start(caller)) && walk(caller)) {
          changed.add(functions.start(caller));
        }
      }
    }
    return effects;
  }

  private boolean matters(long target) {
    var known = effects.get(target);
    if (known == null || known.isEmpty()) {
      return false;
    }
    return known.stream().anyMatch(Effect::open) || graph.callerCount(target) <= MOST_CALLERS;
  }

  private boolean walk(int function) {
    var bySite = new LinkedHashMap<Long, Set<Effect>>();
    var alternatives = new Alternatives();
    var buses = new TreeSet<String>();
    boolean once = Facts.ONCE.equals(functions.name(function));
    var walk =
        interpreter.walk(
            function,
            new Calls() {
              @Override
              public boolean matters(long target) {
                return Propagation.this.matters(target);
              }

              @Override
              public boolean givesPointer(long target) {
                return pointers.contains(target);
              }

              @Override
              public void call(Call call) {
                var known = effects.getOrDefault(call.target(), List.of());
                var there = bySite.computeIfAbsent(call.site(), s -> new LinkedHashSet<>());
                for (var effect : known) {
                  var here = evaluation.of(call, List.of(effect));
                  alternatives.add(call.site(), effect, here);
                  there.addAll(once ? here.stream().map(Propagation::once).toList() : here);
                  note(effect, here, function);
                  evaluation.nameless(effect, here).ifPresent(buses::add);
                }
              }
            });
    nameless.put(functions.start(function), buses);
    var found = new ArrayList<Effect>();
    bySite.forEach((site, list) -> {
      boolean always = walk.always().contains(site);
      var chosen = alternatives.at(site, walk.repeated());
      for (var effect : Loops.fold(list)) {
        found.add(effect.with(always && !chosen.contains(effect)));
      }
    });
    var useful =
        found.stream().filter(Propagation::isUseful).distinct().limit(MOST_EFFECTS).toList();
    return !useful.equals(effects.put(functions.start(function), useful)) && !useful.isEmpty();
  }

  private static Effect once(Effect effect) {
    return effect instanceof Effect.Registers r
        ? new Effect.Registers(
            r.driver(),
            r.name(),
            r.prefix(),
            r.bus(),
            r.busName(),
            r.container(),
            r.probe(),
            true,
            r.certain())
        : effect;
  }

  /** Remembers where all that an effect depends on became known. */
  private void note(Effect before, List<Effect> after, int function) {
    if (before.open()) {
      for (var effect : after) {
        if (!effect.open()) {
          origins
              .computeIfAbsent(effect.with(true), e -> new TreeSet<>())
              .add(functions.start(function));
        }
      }
    }
  }

  Interpreter interpreter() {
    return interpreter;
  }

  /** The functions in which each effect, taken as certain, became known in full. */
  Map<Effect, Set<Long>> origins() {
    return origins;
  }

  /** The functions that make devices under names that cannot be read, with the devices' buses. */
  Map<Long, Set<String>> nameless() {
    var all = new TreeMap<>(nameless);
    effects.forEach((function, list) -> {
      if (!given.contains(function) && graph.callerCount(function) == 0) {
        var buses = all.computeIfAbsent(function, f -> new TreeSet<>());
        list.stream()
            .filter(Effect::open)
            .flatMap(effect -> Evaluation.freshBus(effect).stream())
            .forEach(buses::add);
      }
    });
    all.values().removeIf(Set::isEmpty);
    return all;
  }

  /** Whether anything of it is known or may become known. */
  private static boolean isUseful(Effect effect) {
    return effect.open() || effect.values().stream().anyMatch(v -> v instanceof Value.Constant);
  }
}
