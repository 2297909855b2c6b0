package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;
import org.jspecify.annotations.Nullable;

/**
 * Gives values to symbols and expressions as literals: over all configurations, over more than
 * those, or, with constants, in a single one. So a check says once what it looks for.
 */
interface Encoding {
  MenuTree tree();

  /** Where the literals belong. */
  Cnf cnf();

  Pair value(Symbol symbol);

  /** The value of an expression of the tree, where an absent one is y. */
  Pair value(@Nullable Expr expr);

  /** The value of what somebody asks about; it holds where that is not n. */
  Pair value(Condition condition);

  default Pair min(Pair a, Pair b) {
    return new Pair(cnf().and(a.m(), b.m()), cnf().and(a.y(), b.y()));
  }

  default Pair max(Pair a, Pair b) {
    return new Pair(cnf().or(a.m(), b.m()), cnf().or(a.y(), b.y()));
  }

  /** Whether a symbol cannot be m. */
  default int boolOnly(Symbol symbol) {
    return symbol.type() == SymbolType.TRISTATE ? -value(tree().modules()).m() : Cnf.TRUE;
  }

  /** m becomes y for a symbol that cannot be m. */
  default Pair promoted(Symbol symbol, Pair value) {
    return new Pair(value.m(), cnf().or(value.y(), cnf().and(boolOnly(symbol), value.m())));
  }
}
