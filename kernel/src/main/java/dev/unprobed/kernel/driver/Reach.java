package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.unit.Provision;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a driver's probe can come to by direct calls within its own unit. In a module all of it is
 * one unit. An image does not tell where units begin; there, a walk does not go into functions that
 * are far away or that many others call, unless all those are neighbours.
 */
final class Reach {
  private static final int DEEPEST = 8;
  private static final int MOST_FUNCTIONS = 600;
  private static final int MOST_CALLERS = 12;
  private static final long NEAR = 256 << 10;

  private final Functions functions;
  private final CallGraph graph;
  private final boolean module;
  private final Map<Long, Provision> provisions = new HashMap<>();

  Reach(Program program, Functions functions, CallGraph graph, boolean module) {
    this.functions = functions;
    this.graph = graph;
    this.module = module;
    Provisions.BY_FUNCTION.forEach((name, provision) -> {
      for (Symbol symbol : program.named(name)) {
        provisions.put(symbol.address(), provision);
      }
    });
  }

  /**
   * @param functions by address, the start included
   * @param provisions what they call for
   */
  record Reached(Set<Long> functions, Set<Provision> provisions) {
    static final Reached NOTHING = new Reached(Set.of(), Set.of());
  }

  Reached from(long start) {
    var seen = new HashSet<Long>();
    var found = EnumSet.noneOf(Provision.class);
    var queue = new ArrayDeque<Step>();
    queue.add(new Step(start, 0));
    seen.add(start);
    while (!queue.isEmpty() && seen.size() < MOST_FUNCTIONS) {
      var step = queue.remove();
      int index = functions.at(step.function);
      if (index < 0) {
        continue;
      }
      for (long target : graph.targets(index)) {
        var provision = provisions.get(target);
        if (provision != null) {
          found.add(provision);
        } else if (step.depth < DEEPEST && isOwn(start, target) && seen.add(target)) {
          queue.add(new Step(target, step.depth + 1));
        }
      }
    }
    return new Reached(seen, found);
  }

  private record Step(long function, int depth) {}

  /** Whether a function is taken to be of the same unit as the one at the start. */
  boolean isOwn(long start, long target) {
    return functions.at(target) >= 0
        && (module || Math.abs(target - start) < NEAR && !isShared(target));
  }

  /** Called by many, and not only by its neighbours. */
  private boolean isShared(long target) {
    if (graph.callerCount(target) <= MOST_CALLERS) {
      return false;
    }
    int[] callers = graph.callers(target);
    int near = 0;
    for (int caller : callers) {
      near += Math.abs(functions.start(caller) - target) < NEAR ? 1 : 0;
    }
    return near * 10L < callers.length * 9L;
  }
}
