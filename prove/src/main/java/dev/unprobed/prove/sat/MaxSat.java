package dev.unprobed.prove.sat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds a model in which as few wishes as possible are not fulfilled. Use once.
 *
 * <p>Wishes that cannot all be fulfilled are replaced by weaker ones until the rest is possible
 * (PMRES; Narodytska and Bacchus, "Maximum satisfiability using core-guided MaxSAT resolution",
 * AAAI 2014). That is quick when few are to be given up, however many there are.
 */
public final class MaxSat {
  private static final int SMALL = 40;
  private static final int ROUNDS = 6;

  private final Engine engine;
  private final int[] hard;
  private final Set<Integer> wishes = new LinkedHashSet<>();
  private int cost;

  /**
   * A question.
   *
   * @param hard literals that have to be true
   */
  public MaxSat(Engine engine, int... hard) {
    this.engine = engine;
    this.hard = hard.clone();
  }

  /** Adds a literal that should be true. */
  public void wish(int literal) {
    if (literal == Cnf.TRUE) {
      return;
    }
    if (!wishes.add(literal)) {
      // A wish that counts twice needs two literals.
      int same = engine.cnf().newVariable();
      engine.cnf().addEqual(Cnf.TRUE, same, literal);
      wishes.add(same);
    }
  }

  /**
   * Looks for the best model, which the engine then has. Unsatisfiable means that the hard literals
   * are.
   */
  public Verdict solve(Limit limit) {
    while (true) {
      Verdict verdict = engine.solve(limit, assumptions(wishes));
      if (verdict != Verdict.UNSATISFIABLE) {
        return verdict;
      }
      int[] core = shrunk(limit, wishesIn(engine.core()));
      if (core.length == 0) {
        return Verdict.UNSATISFIABLE;
      }
      cost++;
      relax(core);
    }
  }

  /** How many wishes the model does not fulfil. */
  public int cost() {
    return cost;
  }

  private int[] assumptions(Set<Integer> wanted) {
    int[] all = Arrays.copyOf(hard, hard.length + wanted.size());
    int at = hard.length;
    for (int wish : wanted) {
      all[at++] = wish;
    }
    return all;
  }

  private int[] wishesIn(int[] core) {
    return Arrays.stream(core).filter(wishes::contains).toArray();
  }

  /** Fewer wishes that still cannot all be fulfilled: the smaller, the less is given up. */
  private int[] shrunk(Limit limit, int[] first) {
    int[] core = first;
    for (int round = 0; round < ROUNDS && core.length > 1; round++) {
      Set<Integer> wanted = new LinkedHashSet<>();
      Arrays.stream(core).forEach(wanted::add);
      if (engine.solve(limit, assumptions(wanted)) != Verdict.UNSATISFIABLE) {
        return core;
      }
      int[] smaller = wishesIn(engine.core());
      if (smaller.length == core.length) {
        break;
      }
      core = smaller;
    }
    return core.length > SMALL ? core : minimal(limit, core);
  }

  private int[] minimal(Limit limit, int[] core) {
    Set<Integer> kept = new LinkedHashSet<>();
    Arrays.stream(core).forEach(kept::add);
    for (int wish : core) {
      kept.remove(wish);
      if (kept.isEmpty() || engine.solve(limit, assumptions(kept)) != Verdict.UNSATISFIABLE) {
        kept.add(wish);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** One of these is given up; what remains is that no second one has to be. */
  private void relax(int[] core) {
    Cnf cnf = engine.cnf();
    Arrays.stream(core).forEach(wishes::remove);
    int rest = core[core.length - 1];
    for (int i = core.length - 2; i >= 0; i--) {
      wish(cnf.or(core[i], rest));
      rest = cnf.and(core[i], rest);
    }
  }
}
