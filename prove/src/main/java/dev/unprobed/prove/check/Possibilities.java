package dev.unprobed.prove.check;

import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Which literals of a formula are true in some model.
 *
 * <p>Random models answer for most. Each of the rest is then assumed alone: nearly always that
 * contradicts itself by unit propagation, in microseconds, whereas a question for any of many would
 * have the solver guess all inputs first.
 */
final class Possibilities {
  private static final int FEW = 50;
  private static final int DULL_PERCENT = 1;

  /** How likely an input is true at first: some things need much to be on, some much to be off. */
  private static final double[] LEANINGS = {0.5, 0.9, 0.1, 0.98, 0.7, 0.3};

  private final Cnf cnf;
  private final Engine engine;
  private final Limit limit;
  private final Random random = new Random(1);
  private final Map<Integer, Verdict> known = new HashMap<>();
  private final BitSet everTrue = new BitSet();
  private final BitSet everFalse = new BitSet();
  private int models;
  private int shuffled = -1;

  Possibilities(Cnf cnf, Limit limit) {
    this.cnf = cnf;
    this.engine = new Engine(cnf, new LogicNgSolver());
    this.limit = limit;
    known.put(Cnf.FALSE, Verdict.UNSATISFIABLE);
  }

  /** Whether a literal of the model that was found last is true. */
  boolean value(int literal) {
    return engine.value(literal);
  }

  /** What is known of a literal; {@link Verdict#UNKNOWN} when nothing is. */
  Verdict of(int literal) {
    boolean seen = literal > 0 ? everTrue.get(literal) : everFalse.get(-literal);
    return seen ? Verdict.SATISFIABLE : known.getOrDefault(literal, Verdict.UNKNOWN);
  }

  /** Finds out about one literal; {@link Verdict#UNKNOWN} when the limit comes first. */
  Verdict ask(int literal) {
    return of(literal) == Verdict.UNKNOWN ? solve(literal) : of(literal);
  }

  /**
   * Finds out which of these literals can be true, until the limit comes.
   *
   * @param seen is given the literals that were true for the first time, while the engine still has
   *     their model
   */
  void settle(Collection<Integer> literals, Consumer<List<Integer>> seen) {
    Deque<Integer> open = new ArrayDeque<>();
    literals.stream().distinct().filter(l -> of(l) == Verdict.UNKNOWN).forEach(open::add);
    lookAround(open, seen);
    while (!open.isEmpty() && !limit.reached()) {
      int literal = open.getFirst();
      shuffleAfterModel();
      switch (solve(literal)) {
        case SATISFIABLE -> take(open, seen);
        case UNSATISFIABLE -> open.removeFirst();
        case UNKNOWN -> {}
      }
    }
  }

  /** Models for as long as they answer much. */
  private void lookAround(Deque<Integer> open, Consumer<List<Integer>> seen) {
    int dull = 0;
    while (open.size() > FEW && dull < LEANINGS.length) {
      int before = open.size();
      shuffleAfterModel();
      if (solve() != Verdict.SATISFIABLE) {
        return;
      }
      take(open, seen);
      dull = 100 * (before - open.size()) > DULL_PERCENT * before ? 0 : dull + 1;
    }
  }

  private Verdict solve(int... literal) {
    Verdict verdict = engine.solve(limit, literal);
    if (verdict == Verdict.SATISFIABLE) {
      models++;
      for (int variable = 1; variable <= cnf.variables(); variable++) {
        (engine.value(variable) ? everTrue : everFalse).set(variable);
      }
    } else if (literal.length > 0) {
      known.put(literal[0], verdict);
    }
    return verdict;
  }

  /** The next model starts from values that lean to one side, another one each time. */
  private void shuffleAfterModel() {
    if (shuffled != models) {
      shuffled = models;
      engine.shuffle(new Leaning(random, LEANINGS[models % LEANINGS.length]));
    }
  }

  private void take(Deque<Integer> open, Consumer<List<Integer>> seen) {
    List<Integer> fresh = new ArrayList<>();
    open.removeIf(literal -> engine.value(literal) && fresh.add(literal));
    if (!fresh.isEmpty()) {
      seen.accept(fresh);
    }
  }

  /** A solver takes true for "not this variable" and false for the variable. */
  private static final class Leaning extends Random {
    private static final long serialVersionUID = 1;

    private final transient Random random;
    private final double toTrue;

    Leaning(Random random, double toTrue) {
      this.random = random;
      this.toTrue = toTrue;
    }

    @Override
    public boolean nextBoolean() {
      return random.nextDouble() >= toTrue;
    }
  }
}
