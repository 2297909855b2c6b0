package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Expr.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites expressions: m into {@code m && MODULES}, negations inwards, comparisons of bools into
 * bools.
 */
final class Transformer {
  private final ExprPool pool;
  private final SymbolTable symbols;
  private final Messages messages;

  private final boolean rightFirst;

  Transformer(ExprPool pool, SymbolTable symbols, Generation generation, Messages messages) {
    this.rightFirst = generation.expressionsShared();
    this.pool = pool;
    this.symbols = symbols;
    this.messages = messages;
  }

  /**
   * Replaces m by {@code m && modules}, so that it is n in a kernel without modules (menu.c:
   * rewrite_m).
   */
  @Nullable Expr rewriteModule(@Nullable Expr expr, Symbol modules) {
    return expr == null ? null : rewritten(expr, modules);
  }

  private Expr rewritten(Expr expr, Symbol modules) {
    return switch (expr.kind) {
      case NOT -> pool.not(rewritten(expr.left, modules));
      case OR, AND ->
          pool.two(expr.kind, rewritten(expr.left, modules), rewritten(expr.right, modules));
      case SYMBOL ->
          expr.leftSymbol == symbols.mod ? pool.two(Kind.AND, expr, pool.symbol(modules)) : expr;
      default -> expr;
    };
  }

  /** Pushes negations down to symbols and comparisons (expr.c: expr_transform). */
  @Nullable Expr transform(@Nullable Expr expr) {
    return expr == null ? null : transformed(expr);
  }

  private Expr transformed(Expr expr) {
    return switch (expr.kind) {
      case OR, AND -> transformedOperands(expr);
      case NOT -> negated(expr, transformed(expr.left));
      case EQUAL -> comparisonOfBool(expr, true);
      case UNEQUAL -> comparisonOfBool(expr, false);
      default -> expr;
    };
  }

  /**
   * The order shows in messages; 6.12 leaves it to the compiler, which takes the right side first.
   */
  private Expr transformedOperands(Expr expr) {
    Expr first = transformed(rightFirst ? expr.right : expr.left);
    Expr second = transformed(rightFirst ? expr.left : expr.right);
    return rightFirst ? pool.two(expr.kind, second, first) : pool.two(expr.kind, first, second);
  }

  private Expr comparisonOfBool(Expr expr, boolean equal) {
    Symbol symbol = expr.leftSymbol;
    Symbol with = expr.rightSymbol;
    if (symbol.type != SymbolType.BOOL
        || with != symbols.yes && with != symbols.mod && with != symbols.no) {
      return expr;
    }
    if (with == symbols.mod) {
      String forced = equal ? "n" : "y";
      messages.out(
          "boolean symbol " + symbol.name + " tested for 'm'? test forced to '" + forced + "'\n");
      return pool.symbol(equal ? symbols.no : symbols.yes);
    }
    if (!equal && with == symbols.yes && rightFirst) {
      // conf since 6.12 takes the symbol for an expression here, and what it reads there always
      // counts as y.
      return pool.symbol(symbols.yes);
    }
    boolean positive = equal == (with == symbols.yes);
    return positive ? pool.symbol(symbol) : pool.not(pool.symbol(symbol));
  }

  private Expr negated(Expr original, Expr operand) {
    return switch (operand.kind) {
      case NOT -> operand.left;
      case OR -> negatedOperands(Kind.AND, operand);
      case AND -> negatedOperands(Kind.OR, operand);
      case SYMBOL -> negatedSymbol(original, operand);
      case RANGE -> pool.not(operand);
      default -> pool.compare(opposite(operand.kind), operand.leftSymbol, operand.rightSymbol);
    };
  }

  private Expr negatedOperands(Kind kind, Expr operand) {
    return transformed(pool.two(kind, pool.not(operand.left), pool.not(operand.right)));
  }

  private Expr negatedSymbol(Expr original, Expr operand) {
    Symbol symbol = operand.leftSymbol;
    if (symbol == symbols.yes) {
      return pool.symbol(symbols.no);
    }
    if (symbol == symbols.no) {
      return pool.symbol(symbols.yes);
    }
    if (symbol == symbols.mod) {
      return operand;
    }
    return original.left == operand ? original : pool.not(operand);
  }

  private static Kind opposite(Kind comparison) {
    return switch (comparison) {
      case EQUAL -> Kind.UNEQUAL;
      case UNEQUAL -> Kind.EQUAL;
      case LESS -> Kind.GREATER_EQUAL;
      case LESS_EQUAL -> Kind.GREATER;
      case GREATER -> Kind.LESS_EQUAL;
      case GREATER_EQUAL -> Kind.LESS;
      default -> throw new IllegalArgumentException(comparison.name());
    };
  }

  /**
   * That an expression is not n, told by comparisons of its symbols with n (expr.c:
   * expr_trans_compare).
   */
  Expr unequalNo(@Nullable Expr expr) {
    return expr == null ? pool.not(pool.symbol(symbols.no)) : comparedWithNo(expr, false);
  }

  /** That an expression is n. */
  Expr equalNo(Expr expr) {
    return comparedWithNo(expr, true);
  }

  private Expr comparedWithNo(Expr expr, boolean equal) {
    return switch (expr.kind) {
      case AND -> operandsComparedWithNo(Kind.OR, expr, equal);
      case OR -> operandsComparedWithNo(Kind.AND, expr, equal);
      case NOT -> comparedWithNo(expr.left, !equal);
      case SYMBOL -> pool.compare(equal ? Kind.EQUAL : Kind.UNEQUAL, expr.leftSymbol, symbols.no);
      default -> equal ? pool.not(expr) : expr;
    };
  }

  private Expr operandsComparedWithNo(Kind kind, Expr expr, boolean equal) {
    Expr both = pool.two(kind, comparedWithNo(expr.left, true), comparedWithNo(expr.right, true));
    return equal ? both : pool.not(both);
  }

  /** {@code X} for {@code X != n}, where X is a tristate (expr.c: expr_trans_bool, up to 6.8). */
  @Nullable Expr symbolsForUnequalNo(@Nullable Expr expr) {
    return expr == null ? null : withSymbolsForUnequalNo(expr);
  }

  private Expr withSymbolsForUnequalNo(Expr expr) {
    return switch (expr.kind) {
      case AND, OR ->
          pool.two(
              expr.kind, withSymbolsForUnequalNo(expr.left), withSymbolsForUnequalNo(expr.right));
      case NOT -> pool.not(withSymbolsForUnequalNo(expr.left));
      case UNEQUAL ->
          expr.leftSymbol.type == SymbolType.TRISTATE && expr.rightSymbol == symbols.no
              ? pool.symbol(expr.leftSymbol)
              : expr;
      default -> expr;
    };
  }

  /** Whether the symbol occurs at all. */
  static boolean contains(@Nullable Expr expr, Symbol symbol) {
    if (expr == null) {
      return false;
    }
    return switch (expr.kind) {
      case OR, AND -> contains(expr.left, symbol) || contains(expr.right, symbol);
      case NOT -> contains(expr.left, symbol);
      case SYMBOL -> expr.leftSymbol == symbol;
      case RANGE -> false;
      default -> expr.leftSymbol == symbol || expr.rightSymbol == symbol;
    };
  }

  /**
   * Whether the expression is n whenever the symbol is, seen from its form (expr.c:
   * expr_depends_symbol).
   */
  boolean depends(@Nullable Expr expr, Symbol symbol) {
    if (expr == null) {
      return false;
    }
    return switch (expr.kind) {
      case AND -> depends(expr.left, symbol) || depends(expr.right, symbol);
      case SYMBOL -> expr.leftSymbol == symbol;
      case EQUAL ->
          expr.leftSymbol == symbol
              && (expr.rightSymbol == symbols.yes || expr.rightSymbol == symbols.mod);
      case UNEQUAL -> expr.leftSymbol == symbol && expr.rightSymbol == symbols.no;
      default -> false;
    };
  }
}
