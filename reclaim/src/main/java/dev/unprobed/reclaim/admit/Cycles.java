package dev.unprobed.reclaim.admit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Units that use each other, so that none of them could leave first. */
final class Cycles {
  private final Map<String, Set<String>> edges;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> stack = new ArrayDeque<>();
  private final Set<String> onStack = new HashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  private Cycles(Map<String, Set<String>> edges) {
    this.edges = edges;
  }

  /** Sets of more than one unit in which each reaches each (Tarjan). */
  static List<Set<String>> of(Map<String, Set<String>> edges) {
    Cycles cycles = new Cycles(edges);
    edges.keySet().stream()
        .sorted()
        .filter(unit -> !cycles.numbers.containsKey(unit))
        .forEach(cycles::visit);
    return cycles.found;
  }

  private void visit(String unit) {
    numbers.put(unit, numbers.size());
    lowest.put(unit, numbers.get(unit));
    stack.push(unit);
    onStack.add(unit);
    for (String next : edges.getOrDefault(unit, Set.of())) {
      if (!numbers.containsKey(next)) {
        visit(next);
        lowest.merge(unit, lowest.get(next), Math::min);
      } else if (onStack.contains(next)) {
        lowest.merge(unit, numbers.get(next), Math::min);
      }
    }
    if (lowest.get(unit).equals(numbers.get(unit))) {
      close(unit);
    }
  }

  private void close(String unit) {
    Set<String> together = new HashSet<>();
    String member;
    do {
      member = stack.pop();
      onStack.remove(member);
      together.add(member);
    } while (!member.equals(unit));
    if (together.size() > 1) {
      found.add(together);
    }
  }
}
