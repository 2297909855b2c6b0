package dev.unprobed.kernel.driver;

import dev.unprobed.kernel.code.CallGraph;
import dev.unprobed.kernel.code.Calls;
import dev.unprobed.kernel.code.Functions;
import dev.unprobed.kernel.code.Interpreter;
import dev.unprobed.kernel.code.Value;
import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.program.Program;
import dev.unprobed.kernel.program.Symbol;
import dev.unprobed.kernel.unit.Demand;
import dev.unprobed.kernel.unit.Demand.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a probe fails without. Behind each call that asks for a supplier its code is walked on, with
 * what the call gives back when there is none: when no way from there ends well, the driver
 * insists. Whether a probe comes to the call at all may depend on what is not known, but a node
 * names by that name only what its driver asks for by that name.
 */
final class Demands {
  private static final int DEEPEST = 4;

  private final Interpreter interpreter;
  private final Functions functions;
  private final CallGraph graph;
  private final Texts texts;
  private final Reach reach;
  private final Map<Long, Requests> requests = new HashMap<>();
  private final Set<Long> errors = new HashSet<>();
  private final Map<Long, Set<Demand>> known = new HashMap<>();

  Demands(
      Program program,
      Functions functions,
      CallGraph graph,
      Interpreter interpreter,
      Texts texts,
      Reach reach) {
    this.interpreter = interpreter;
    this.functions = functions;
    this.graph = graph;
    this.texts = texts;
    this.reach = reach;
    Requests.BY_FUNCTION.forEach((name, request) -> {
      for (Symbol symbol : program.named(name)) {
        requests.put(symbol.address(), request);
      }
    });
    program.named(Requests.ERROR).forEach(symbol -> errors.add(symbol.address()));
  }

  /** Of the function at an address, and of those of its unit that it calls. */
  Set<Demand> of(long function) {
    return of(function, function, 0);
  }

  private Set<Demand> of(long start, long function, int depth) {
    var before = known.get(function);
    if (before != null) {
      return before;
    }
    known.put(function, Set.of()); // of one that calls itself
    int index = functions.at(function);
    var below = new HashMap<Long, Set<Demand>>();
    boolean asks = false;
    for (long target : index < 0 ? new long[0] : graph.targets(index)) {
      asks |= requests.containsKey(target);
      if (!requests.containsKey(target) && depth < DEEPEST && reach.isOwn(start, target)) {
        var there = of(start, target, depth + 1);
        if (!there.isEmpty()) {
          below.put(target, there);
        }
      }
    }
    var found = asks || !below.isEmpty() ? look(index, below) : Set.<Demand>of();
    known.put(function, found);
    return found;
  }

  /** Every call that asks, and without which the function fails. */
  private Set<Demand> look(int function, Map<Long, Set<Demand>> below) {
    var sites = new LinkedHashMap<Long, Set<Demand>>();
    var look = new Look(below, sites, false);
    interpreter.glance(function, look);
    var found = new LinkedHashSet<Demand>();
    sites.forEach((site, demands) -> {
      if (!demands.isEmpty() && fails(function, site, look.lacking(site), below)) {
        found.addAll(demands);
      }
    });
    return found;
  }

  /** Whatever error a probe gives back for want of what is no supplier, there is no driver. */
  private boolean fails(int function, long site, long result, Map<Long, Set<Demand>> below) {
    var ignored = new Look(below, new HashMap<>(), result == 0);
    return interpreter.failsAfter(function, site, result, ignored);
  }

  private final class Look implements Calls {
    private final Map<Long, Set<Demand>> below;
    private final Map<Long, Set<Demand>> sites;
    private final boolean everyError;
    private final Map<Long, Long> lacking = new HashMap<>();

    Look(Map<Long, Set<Demand>> below, Map<Long, Set<Demand>> sites, boolean everyError) {
      this.everyError = everyError;
      this.below = below;
      this.sites = sites;
    }

    /** What the call at a site gives back when what it asks for is not there. */
    long lacking(long site) {
      return lacking.getOrDefault(site, Requests.lackingBelow());
    }

    @Override
    public boolean isEveryErrorFailure() {
      return everyError;
    }

    @Override
    public boolean matters(long target) {
      return requests.containsKey(target) || below.containsKey(target);
    }

    @Override
    public boolean answers(long target) {
      return errors.contains(target);
    }

    @Override
    public Value answer(Call call) {
      return call.argument(1);
    }

    @Override
    public void call(Call call) {
      var request = requests.get(call.target());
      var there = sites.computeIfAbsent(call.site(), site -> new LinkedHashSet<>());
      if (request == null) {
        there.addAll(below.getOrDefault(call.target(), Set.of()));
      } else {
        lacking.put(call.site(), request.lacking());
        demand(request, call).ifPresent(there::add);
      }
    }
  }

  private Optional<Demand> demand(Requests request, Calls.Call call) {
    if (request.name() < 0) {
      return Optional.of(new Demand(request.kind(), "", request.parts()));
    }
    if (!(call.argument(request.name()) instanceof Constant(long number, boolean _))) {
      return Optional.empty();
    }
    var name =
        request.kind() == Kind.INTERRUPT
            ? Optional.of(Long.toString(number))
            : number == 0 ? Optional.of("") : texts.at(number);
    return name.map(text -> new Demand(request.kind(), text, request.parts()));
  }
}
