package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;

/** What conditions are made of, in some formula. */
public interface Terms {
  /** The formula that everything is part of. */
  Cnf cnf();

  /** The value of a symbol, or of n, m, y. */
  Pair value(Symbol symbol);

  /** The literal that is true when two symbols compare so. */
  int compare(Expr.Kind kind, Symbol left, Symbol right);

  /** The literal that is true when a symbol compares so with a constant. */
  int compare(Expr.Kind kind, Symbol left, String right);
}
