package dev.unprobed.prove.sat;

import org.logicng.collections.LNGIntVector;
import org.logicng.datastructures.Tristate;
import org.logicng.solvers.sat.MiniSat2Solver;

/**
 * What LogicNG's MiniSat can do, but does not offer for numbers: guess some literals first, and
 * propagate without a search. Literals are MiniSat's own.
 */
final class WishfulMiniSat extends MiniSat2Solver {

  /** Guesses these literals first in every search, in this order, until told otherwise. */
  void wish(LNGIntVector literals) {
    selectionOrder = literals;
  }

  /**
   * Takes literals as true, until {@link #supposeNothing}.
   *
   * @return false, and nothing is supposed, if unit propagation shows that they cannot all be true
   */
  boolean suppose(LNGIntVector literals) {
    boolean possible = ok && propagate() == null;
    for (int i = 0; possible && i < literals.size(); i++) {
      possible = !refutes(literals.get(i));
      if (possible && value(literals.get(i)) == Tristate.UNDEF) {
        trailLim.push(trail.size());
        uncheckedEnqueue(literals.get(i), null);
        possible = propagate() == null;
      }
    }
    if (!possible) {
      supposeNothing();
    }
    return possible;
  }

  void supposeNothing() {
    cancelUntil(0);
  }

  /** Whether unit propagation shows that a literal cannot be true beside what is supposed. */
  boolean refutes(int literal) {
    if (value(literal) != Tristate.UNDEF) {
      return value(literal) == Tristate.FALSE;
    }
    int level = decisionLevel();
    trailLim.push(trail.size());
    uncheckedEnqueue(literal, null);
    boolean conflict = propagate() != null;
    cancelUntil(level);
    return conflict;
  }
}
