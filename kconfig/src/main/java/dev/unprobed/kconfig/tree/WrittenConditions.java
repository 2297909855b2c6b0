package dev.unprobed.kconfig.tree;

import org.jspecify.annotations.Nullable;

/**
 * Joins conditions as Kconfiglib does: they stay as they were written, but for operands that are y
 * or n. So a menu is made of what depends on the symbol before it by its form alone.
 */
final class WrittenConditions {
  private final ExprPool pool;
  private final SymbolTable symbols;

  WrittenConditions(ExprPool pool, SymbolTable symbols) {
    this.pool = pool;
    this.symbols = symbols;
  }

  /** The conjunction, where an absent expression means y. */
  @Nullable Expr and(@Nullable Expr left, @Nullable Expr right) {
    if (left == null || left.is(symbols.yes)) {
      return right;
    }
    if (right == null || right.is(symbols.yes)) {
      return left;
    }
    boolean never = left.is(symbols.no) || right.is(symbols.no);
    return never ? pool.symbol(symbols.no) : pool.two(Expr.Kind.AND, left, right);
  }

  /** The disjunction of the dependencies of two definitions, where an absent one means y. */
  @Nullable Expr or(@Nullable Expr left, @Nullable Expr right) {
    if (left == null || right == null || left.is(symbols.yes) || right.is(symbols.yes)) {
      return null;
    }
    if (left.is(symbols.no)) {
      return right;
    }
    return right.is(symbols.no) ? left : pool.two(Expr.Kind.OR, left, right);
  }

  /** Whether something with this condition goes into the menu of a symbol. */
  boolean depends(@Nullable Expr condition, Symbol symbol) {
    if (condition == null) {
      return false;
    }
    return switch (condition.kind) {
      case SYMBOL -> condition.leftSymbol == symbol;
      case AND -> depends(condition.left, symbol) || depends(condition.right, symbol);
      case EQUAL, UNEQUAL -> compares(condition, symbol);
      default -> false;
    };
  }

  /** Also {@code X != y} counts, which looks like a slip. */
  private boolean compares(Expr comparison, Symbol symbol) {
    if (comparison.leftSymbol != symbol && comparison.rightSymbol != symbol) {
      return false;
    }
    Symbol other =
        comparison.rightSymbol == symbol ? comparison.leftSymbol : comparison.rightSymbol;
    Symbol sometimes = comparison.kind == Expr.Kind.EQUAL ? symbols.mod : symbols.no;
    return other == symbols.yes || other == sometimes;
  }
}
