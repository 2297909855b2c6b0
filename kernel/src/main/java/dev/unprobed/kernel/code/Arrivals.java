package dev.unprobed.kernel.code;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways of a walk that are still to be followed, and where it has been with which machine. */
final class Arrivals {
  /** How often an instruction is come to with different machines before they are joined. */
  private static final int VISITS = 40;

  private final Map<Arrival, Set<Machine>> seen = new HashMap<>();
  private final Map<Arrival, Machine> joined = new HashMap<>();
  private final ArrayDeque<Way> ways = new ArrayDeque<>();

  /** A machine at an address. */
  record Way(Machine machine, long address) {}

  /**
   * Ways that differ in what was called or has failed are not joined: that is what is asked for.
   */
  private record Arrival(long address, long passed, List<Value.Origin> failed, boolean unlikely) {}

  /** Arrives at a place that may have been come to before. */
  void come(Machine machine, long address) {
    var arrival = new Arrival(address, machine.passed, machine.failed, machine.unlikely);
    var before = seen.computeIfAbsent(arrival, a -> new HashSet<>());
    if (before.contains(machine)) {
      return;
    }
    if (before.size() < VISITS) {
      before.add(machine.copy());
      ways.push(new Way(machine, address));
      return;
    }
    var common = joined.get(arrival);
    if (common == null) {
      joined.put(arrival, machine.copy());
      ways.push(new Way(machine, address));
      return;
    }
    var old = common.copy();
    common.join(machine);
    if (!common.equals(old)) {
      ways.push(new Way(common.copy(), address));
    }
  }

  boolean isEmpty() {
    return ways.isEmpty();
  }

  Way next() {
    return ways.pop();
  }

  /** Gives up what is left. */
  void clear() {
    ways.clear();
  }
}
