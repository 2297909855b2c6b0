package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;

/** The values of bools and tristates outside choices. */
final class LogicalValues {
  private final Logic logic;
  private final Generation generation;
  private final Visibility visibility;

  LogicalValues(Logic logic, Generation generation, Visibility visibility) {
    this.logic = logic;
    this.generation = generation;
    this.visibility = visibility;
  }

  /** A value that the user decides, as far as {@link #constrain} lets him. */
  Pair free(Symbol symbol) {
    Cnf cnf = logic.cnf();
    int boolOnly = visibility.boolOnly(symbol);
    if (boolOnly == Cnf.TRUE) {
      return Pair.truth(cnf.newInput());
    }
    Pair value = new Pair(cnf.newInput(), cnf.newInput());
    cnf.add(-value.y(), value.m());
    cnf.add(-boolOnly, -value.m(), value.y());
    return value;
  }

  /** Says what a symbol with prompts can be. */
  void constrain(Symbol symbol, Pair value) {
    Cnf cnf = logic.cnf();
    Pair visible = visibility.prompts(symbol);
    Pair floor = visibility.reverse(symbol);
    cnf.add(-floor.m(), value.m());
    cnf.add(-floor.y(), value.y());
    int full = visibility.impliedFully(symbol);
    cnf.add(-full, -value.m(), value.y());
    cnf.add(-visible.m(), -value.y(), visible.y(), floor.y(), full);
    if (visible.m() != Cnf.TRUE) {
      logic.addEqual(-visible.m(), value, withoutUser(symbol));
    }
  }

  /** The value of a symbol that the user cannot see. */
  Pair withoutUser(Symbol symbol) {
    Pair value = visibility.defaults(symbol);
    Pair weak = visibility.weak(symbol);
    Pair implied = logic.max(value, weak);
    if (generation.impliesWithinDependencies() && weak.m() != Cnf.FALSE) {
      implied = logic.min(implied, visibility.direct(symbol));
    }
    value = logic.choose(weak.m(), implied, value);
    value = visibility.promoted(symbol, logic.max(value, visibility.reverse(symbol)));
    return logic.promote(value, visibility.impliedFully(symbol));
  }
}
