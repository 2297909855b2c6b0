package dev.unprobed.bench.proof;

import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The formula of all symbols of a tree. Times are in seconds.
 *
 * @param cold the first time that it is built in this JVM
 * @param warm the median of later times
 * @param proof the median of proofs that a symbol can be on, or cannot
 * @param slowestProof the slowest of them
 */
public record Formula(
    double cold, double warm, int variables, int clauses, double proof, double slowestProof) {
  private static final double NANOS = 1e9;
  private static final int BUILDS = 7;
  private static final int PROOFS = 100;

  /** Measures all of it. */
  public static Formula of(MenuTree tree) {
    long start = System.nanoTime();
    Model model = build(tree);
    double cold = since(start);
    List<Double> builds = new ArrayList<>();
    for (int i = 0; i < BUILDS; i++) {
      start = System.nanoTime();
      model = build(tree);
      builds.add(since(start));
    }
    List<Double> proofs = proofs(model);
    return new Formula(
        cold,
        median(builds),
        model.cnf().variables(),
        model.cnf().clauses(),
        median(proofs),
        Collections.max(proofs));
  }

  private static Model build(MenuTree tree) {
    Model model = Model.of(tree);
    model.symbols().forEach(model::view);
    return model;
  }

  /** The first proof reads the formula and does not count. */
  private static List<Double> proofs(Model model) {
    Engine engine = new Engine(model.cnf(), new LogicNgSolver());
    engine.solve(Limit.NONE);
    List<Symbol> symbols =
        new ArrayList<>(
            model.symbols().stream().filter(symbol -> symbol.type().logical()).toList());
    Collections.shuffle(symbols, new Random(1));
    List<Double> times = new ArrayList<>();
    for (Symbol symbol : symbols.subList(0, Math.min(PROOFS, symbols.size()))) {
      long start = System.nanoTime();
      engine.solve(Limit.NONE, model.value(symbol).m());
      times.add(since(start));
    }
    return times;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
