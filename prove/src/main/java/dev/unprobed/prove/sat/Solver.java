package dev.unprobed.prove.sat;

import java.util.Random;

/** Decides whether clauses can be satisfied. Clauses and variables can be added at any time. */
public interface Solver {
  /**
   * Makes the next variable: 1, then 2, and so on.
   *
   * @param decision whether the solver may guess its value; the values of other variables have to
   *     follow from those
   */
  void newVariable(boolean decision);

  /** Adds a clause over variables that were made. */
  void addClause(int[] literals);

  /** Looks for a model in which all assumptions are true. */
  Verdict solve(int[] assumptions, Limit limit);

  /** Whether a literal is true in the model. Only after {@link Verdict#SATISFIABLE}. */
  boolean value(int literal);

  /**
   * Assumptions that cannot all be true, not necessarily as few as possible; none when the clauses
   * contradict each other. Only after {@link Verdict#UNSATISFIABLE}.
   */
  int[] core();

  /** Makes the next model have this literal where nothing speaks against it. */
  void prefer(int literal);

  /**
   * Makes the search for the next models guess these literals before all else, one after the other
   * as long as nothing speaks against it. So the first of them is true in the next model if it can
   * be, and each later one if it can be together with those before it, as far as the search does
   * not have to step back.
   */
  void wish(int[] literals);

  /**
   * Which literals cannot be true where the assumptions are, as far as unit propagation alone shows
   * it.
   */
  int[] refuted(int[] literals, int[] assumptions);

  /** Makes the next model start from random values. */
  void shuffle(Random random);
}
