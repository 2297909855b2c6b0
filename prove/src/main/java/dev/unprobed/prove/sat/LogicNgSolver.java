package dev.unprobed.prove.sat;

import java.util.Arrays;
import java.util.Random;
import org.logicng.collections.LNGIntVector;
import org.logicng.datastructures.Tristate;
import org.logicng.handlers.SATHandler;
import org.logicng.solvers.sat.MiniSat2Solver;

/** MiniSat as LogicNG has it, below its formulas: numbers go in and come out. */
public final class LogicNgSolver implements Solver {
  private final WishfulMiniSat minisat = new WishfulMiniSat();
  private int[] core = {};

  @Override
  public void newVariable(boolean decision) {
    minisat.newVar(true, decision);
  }

  @Override
  public void addClause(int[] literals) {
    // MiniSat keeps the vector's order and drops duplicates itself.
    minisat.addClause(vector(literals), null);
  }

  @Override
  public Verdict solve(int[] assumptions, Limit limit) {
    core = new int[0];
    if (limit.reached()) {
      return Verdict.UNKNOWN;
    }
    Tristate answer = minisat.solve(new Patience(limit), vector(assumptions));
    return switch (answer) {
      case TRUE -> Verdict.SATISFIABLE;
      case UNDEF -> Verdict.UNKNOWN;
      case FALSE -> {
        core = conflict();
        yield Verdict.UNSATISFIABLE;
      }
    };
  }

  /** MiniSat gives a clause, of which every literal is the negation of an assumption. */
  private int[] conflict() {
    LNGIntVector clause = minisat.conflict();
    int[] literals = new int[clause.size()];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = -outer(clause.get(i));
    }
    return literals;
  }

  @Override
  public boolean value(int literal) {
    int variable = Math.abs(literal) - 1;
    boolean known = variable < minisat.model().size();
    return known && minisat.model().get(variable) == literal > 0;
  }

  @Override
  public int[] core() {
    return core.clone();
  }

  @Override
  public void prefer(int literal) {
    // MiniSat's polarity is the sign of the literal that it decides.
    minisat.variables().get(Math.abs(literal) - 1).setPolarity(literal < 0);
  }

  @Override
  public void wish(int[] literals) {
    minisat.wish(vector(literals));
  }

  @Override
  public int[] refuted(int[] literals, int[] assumptions) {
    if (!minisat.suppose(vector(assumptions))) {
      return literals.clone();
    }
    int[] refuted = Arrays.stream(literals).filter(it -> minisat.refutes(inner(it))).toArray();
    minisat.supposeNothing();
    return refuted;
  }

  @Override
  public void shuffle(Random random) {
    for (int variable = 0; variable < minisat.nVars(); variable++) {
      minisat.variables().get(variable).setPolarity(random.nextBoolean());
    }
  }

  private static LNGIntVector vector(int[] literals) {
    LNGIntVector vector = new LNGIntVector(literals.length);
    for (int literal : literals) {
      vector.unsafePush(inner(literal));
    }
    return vector;
  }

  private static int inner(int literal) {
    return MiniSat2Solver.mkLit(Math.abs(literal) - 1, literal < 0);
  }

  private static int outer(int literal) {
    int variable = MiniSat2Solver.var(literal) + 1;
    return MiniSat2Solver.sign(literal) ? -variable : variable;
  }

  /** Ends the search at the limit. MiniSat asks at each conflict. */
  private record Patience(Limit limit) implements SATHandler {
    @Override
    public boolean detectedConflict() {
      return !limit.reached();
    }

    @Override
    public boolean aborted() {
      return limit.reached();
    }
  }
}
