package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;

/** An expression that somebody asks about; the tree itself need not have it. */
public sealed interface Condition {
  /** The higher value of both. */
  record Or(Condition left, Condition right) implements Condition {}

  /** The lower value of both. */
  record And(Condition left, Condition right) implements Condition {}

  /** y for n, m for m, n for y. */
  record Not(Condition operand) implements Condition {}

  /** The value of a symbol, or of n, m, y. */
  record Value(Symbol symbol) implements Condition {}

  /** Two symbols are compared, with the result n or y. */
  record Comparison(Expr.Kind kind, Symbol left, Symbol right) implements Condition {}

  /** A symbol is compared with a text that is in quotes, or a number. */
  record TextComparison(Expr.Kind kind, Symbol left, String right) implements Condition {}
}
