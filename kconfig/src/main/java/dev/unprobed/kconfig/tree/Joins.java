package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which two operands of {@code ||} or {@code &&} become one (expr.c: expr_join_or,
 * expr_join_and).
 */
final class Joins {
  private final ExprPool pool;
  private final Symbol yes;
  private final Symbol mod;
  private final Symbol no;

  Joins(ExprPool pool, SymbolTable symbols) {
    this.pool = pool;
    this.yes = symbols.yes;
    this.mod = symbols.mod;
    this.no = symbols.no;
  }

  /**
   * What {@code a || b} becomes; absent when nothing can be joined. The operands are known to be
   * unequal.
   */
  @Nullable Expr or(Expr a, Expr b) {
    Symbol symbol = commonSymbol(a, b);
    if (symbol == null) {
      return null;
    }
    if (symbol.type == SymbolType.TRISTATE && a.kind == Kind.EQUAL && b.kind == Kind.EQUAL) {
      Symbol missing = third(a.rightSymbol, b.rightSymbol);
      if (missing != null) {
        return pool.compare(Kind.UNEQUAL, symbol, missing);
      }
    }
    boolean complement = negates(a, b) || negates(b, a);
    return symbol.type == SymbolType.BOOL && complement ? pool.symbol(yes) : null;
  }

  /**
   * What {@code a && b} becomes; absent when nothing can be joined. The operands are known to be
   * unequal.
   */
  @Nullable Expr and(Expr a, Expr b) {
    Symbol symbol = commonSymbol(a, b);
    if (symbol == null) {
      return null;
    }
    if (symbolWith(a, b, Kind.EQUAL, yes) || symbolWith(a, b, Kind.UNEQUAL, mod)) {
      return pool.compare(Kind.EQUAL, symbol, yes);
    }
    if (symbolWith(a, b, Kind.UNEQUAL, no)) {
      return pool.symbol(symbol);
    }
    return symbol.type == SymbolType.TRISTATE ? andOfTristate(symbol, a, b) : null;
  }

  private @Nullable Expr andOfTristate(Symbol symbol, Expr a, Expr b) {
    if (a.kind == Kind.EQUAL && b.kind == Kind.UNEQUAL) {
      return equalAndUnequal(symbol, a.rightSymbol, b.rightSymbol);
    }
    if (a.kind == Kind.UNEQUAL && b.kind == Kind.EQUAL) {
      return equalAndUnequal(symbol, b.rightSymbol, a.rightSymbol);
    }
    if (a.kind == Kind.UNEQUAL && b.kind == Kind.UNEQUAL) {
      Symbol left = third(a.rightSymbol, b.rightSymbol);
      return left == null ? null : pool.compare(Kind.EQUAL, symbol, left);
    }
    return null;
  }

  private @Nullable Expr equalAndUnequal(Symbol symbol, Symbol equal, Symbol unequal) {
    if (!equal.constant || !unequal.constant) {
      return null;
    }
    return equal == unequal ? pool.symbol(no) : pool.compare(Kind.EQUAL, symbol, equal);
  }

  /** Whether one side is the bare symbol and the other compares it so. */
  private static boolean symbolWith(Expr a, Expr b, Kind comparison, Symbol with) {
    return a.kind == Kind.SYMBOL && b.kind == comparison && b.rightSymbol == with
        || b.kind == Kind.SYMBOL && a.kind == comparison && a.rightSymbol == with;
  }

  private static boolean negates(Expr negation, Expr symbol) {
    return negation.kind == Kind.NOT
        && negation.left.kind == Kind.SYMBOL
        && symbol.kind == Kind.SYMBOL;
  }

  /** The one of y, m and n that is neither of two others. */
  private @Nullable Symbol third(Symbol a, Symbol b) {
    if (a == yes && b == mod || a == mod && b == yes) {
      return no;
    }
    if (a == yes && b == no || a == no && b == yes) {
      return mod;
    }
    return a == mod && b == no || a == no && b == mod ? yes : null;
  }

  /** The logical symbol that both operands are about, if there is just one. */
  private static @Nullable Symbol commonSymbol(Expr a, Expr b) {
    Symbol left = subject(a, true);
    Symbol right = subject(b, false);
    return left != null && left == right && left.type.logical() ? left : null;
  }

  /** conf looks through a {@code !} before a comparison on the left side only. */
  private static @Nullable Symbol subject(Expr expr, boolean throughComparison) {
    Expr bare = expr.kind == Kind.NOT ? expr.left : expr;
    boolean negated = expr.kind == Kind.NOT;
    return switch (bare.kind) {
      case SYMBOL -> bare.leftSymbol;
      case EQUAL, UNEQUAL -> negated && !throughComparison ? null : bare.leftSymbol;
      default -> null;
    };
  }
}
