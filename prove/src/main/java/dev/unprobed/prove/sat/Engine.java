package dev.unprobed.prove.sat;

import java.util.Random;

/** A formula and a solver that is told of everything new in it before it is asked. */
public final class Engine {
  private final Cnf cnf;
  private final Solver solver;
  private int variables;
  private int position;

  public Engine(Cnf cnf, Solver solver) {
    this.cnf = cnf;
    this.solver = solver;
  }

  public Cnf cnf() {
    return cnf;
  }

  /** Looks for a model of the formula in which all assumptions are true. */
  public Verdict solve(Limit limit, int... assumptions) {
    catchUp();
    return solver.solve(assumptions, limit);
  }

  private void catchUp() {
    while (variables < cnf.variables()) {
      solver.newVariable(cnf.input(++variables));
    }
    cnf.forEachClauseFrom(position, solver::addClause);
    position = cnf.position();
  }

  /** Whether a literal is true in the model; what is newer than the model is not. */
  public boolean value(int literal) {
    return solver.value(literal);
  }

  /** Assumptions of the last question that cannot all be true. */
  public int[] core() {
    return solver.core();
  }

  /** Makes the next model have this literal where nothing speaks against it; only for old ones. */
  public void prefer(int literal) {
    if (Math.abs(literal) <= variables) {
      solver.prefer(literal);
    }
  }

  /** Makes the next models have these literals, the first ones before all; none ends it. */
  public void wish(int... literals) {
    catchUp();
    solver.wish(literals);
  }

  /**
   * Those of the literals that cannot be true where the assumptions are, as far as unit propagation
   * shows it, which is quick.
   */
  public int[] refuted(int[] literals, int... assumptions) {
    catchUp();
    return solver.refuted(literals, assumptions);
  }

  /** Makes the next model start from random values. */
  public void shuffle(Random random) {
    solver.shuffle(random);
  }
}
