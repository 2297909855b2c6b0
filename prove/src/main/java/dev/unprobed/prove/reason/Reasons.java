package dev.unprobed.prove.reason;

import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the lines that make something impossible: as few as possible in the sense that none of them
 * can be left out, and enough of them that no other line matters, whatever it says.
 */
public final class Reasons {
  private final Model model;
  private final Engine engine;

  /**
   * For a tree.
   *
   * @param model a {@linkplain Model#guarded guarded} one
   */
  public Reasons(Model model) {
    this.model = model;
    engine = new Engine(model.cnf(), new LogicNgSolver());
  }

  /**
   * Why literals of the model cannot all be true.
   *
   * @return the lines in the order of the formula; absent when they can be true, or when the limit
   *     came before any set of lines was found
   */
  public Optional<List<Line>> against(Limit limit, int... literals) {
    Map<Integer, Line> lines = new LinkedHashMap<>();
    model.guards().forEach((line, guard) -> lines.put(guard, line));
    List<Integer> kept = new ArrayList<>(lines.keySet());
    if (solve(limit, literals, kept) != Verdict.UNSATISFIABLE) {
      return Optional.empty();
    }
    for (int before = -1; kept.size() != before; ) {
      before = kept.size();
      kept.retainAll(core());
      if (solve(limit, literals, kept) != Verdict.UNSATISFIABLE) {
        // Only the limit can come between.
        break;
      }
    }
    minimize(limit, literals, kept);
    return Optional.of(kept.stream().map(lines::get).toList());
  }

  /** What was encoded last is furthest from the question, and tried first. */
  private void minimize(Limit limit, int[] literals, List<Integer> kept) {
    for (int guard : List.copyOf(kept).reversed()) {
      if (!kept.contains(guard)) {
        continue;
      }
      List<Integer> fewer = new ArrayList<>(kept);
      fewer.removeIf(other -> other == guard);
      if (solve(limit, literals, fewer) == Verdict.UNSATISFIABLE) {
        fewer.retainAll(core());
        kept.retainAll(fewer);
      }
    }
  }

  private List<Integer> core() {
    List<Integer> core = new ArrayList<>();
    for (int literal : engine.core()) {
      core.add(literal);
    }
    return core;
  }

  private Verdict solve(Limit limit, int[] literals, List<Integer> guards) {
    int[] all = new int[literals.length + guards.size()];
    System.arraycopy(literals, 0, all, 0, literals.length);
    for (int i = 0; i < guards.size(); i++) {
      all[literals.length + i] = guards.get(i);
    }
    return engine.solve(limit, all);
  }
}
