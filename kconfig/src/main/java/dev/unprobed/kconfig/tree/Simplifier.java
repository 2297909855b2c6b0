package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The simplifications that a generation's conf makes (expr.c), whose order and gaps show in its
 * messages and menus. The common part; {@link InPlaceSimplifier} is 6.1's and {@link
 * SharingSimplifier} 6.12's way to find duplicates.
 */
abstract class Simplifier {
  final ExprPool pool;
  final Joins joins;
  final Symbol yes;
  final Symbol no;

  /** How many joins the current round has made, so that rounds go on until there are none. */
  int changes;

  /** The results by expression id, as long as no symbol gets another type. */
  private @Nullable Expr[] withoutDuplicates = new Expr[1 << 16];

  Simplifier(ExprPool pool, SymbolTable symbols) {
    this.pool = pool;
    this.joins = new Joins(pool, symbols);
    this.yes = symbols.yes;
    this.no = symbols.no;
  }

  /** Joins operands that say the same; absent means y and stays absent. */
  final @Nullable Expr eliminateDuplicates(@Nullable Expr expr) {
    if (expr == null || expr.kind != Kind.OR && expr.kind != Kind.AND) {
      return expr;
    }
    if (expr.id >= withoutDuplicates.length) {
      withoutDuplicates = java.util.Arrays.copyOf(withoutDuplicates, expr.id * 2);
    }
    Expr known = withoutDuplicates[expr.id];
    if (known == null) {
      int before = changes;
      known = findDuplicates(expr);
      changes = before;
      withoutDuplicates[expr.id] = known;
    }
    return known;
  }

  /** A symbol got a type, which decides what can be joined. */
  final void forgetResults() {
    java.util.Arrays.fill(withoutDuplicates, null);
  }

  /** {@code expr} is an OR or AND. */
  abstract Expr findDuplicates(Expr expr);

  /** Drops operands that are y or n, as deep as this generation does. */
  abstract Expr eliminateConstants(Expr expr);

  /** What two operands of {@code kind} become when they are joined; absent when they cannot be. */
  final @Nullable Expr join(Kind kind, Expr a, Expr b) {
    if (equal(a, b)) {
      return a;
    }
    return kind == Kind.OR ? joins.or(a, b) : joins.and(a, b);
  }

  /** What stands for an operand that was joined into another. */
  final Expr neutral(Kind kind) {
    return pool.symbol(kind == Kind.OR ? no : yes);
  }

  final boolean isYes(@Nullable Expr expr) {
    return expr == null || expr.is(yes);
  }

  final boolean isConstant(Expr expr) {
    return expr.is(yes) || expr.is(no);
  }

  /** Equality up to the order and repetition of operands (expr.c: expr_eq). */
  final boolean equal(@Nullable Expr a, @Nullable Expr b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null) {
      return isYes(a) && isYes(b);
    }
    if (a.kind != b.kind) {
      return false;
    }
    return switch (a.kind) {
      case NOT -> equal(a.left, b.left);
      case AND, OR -> equalAfterElimination(a, b);
      default -> false;
    };
  }

  private boolean equalAfterElimination(Expr a, Expr b) {
    int before = changes;
    Pair rest = eliminateCommon(a, b);
    changes = before;
    return rest.left.kind == Kind.SYMBOL && rest.left == rest.right;
  }

  /** What remains of two expressions without the operands that both have. */
  record Pair(Expr left, Expr right) {}

  final Pair eliminateCommon(Expr a, Expr b) {
    Pair pair = new Pair(a, b);
    Kind first = a.kind;
    if (first == Kind.OR || first == Kind.AND) {
      pair = eliminateCommon(first, pair);
    }
    Kind second = pair.right.kind;
    if (pair.left.kind != second && (second == Kind.OR || second == Kind.AND)) {
      pair = eliminateCommon(second, pair);
    }
    return new Pair(eliminateConstants(pair.left), eliminateConstants(pair.right));
  }

  private Pair eliminateCommon(Kind kind, Pair pair) {
    Operands left = Operands.of(kind, pair.left);
    Operands right = Operands.of(kind, pair.right);
    for (int i = 0; i < left.count(); i++) {
      for (int j = 0; j < right.count(); j++) {
        Expr a = left.get(i);
        Expr b = right.get(j);
        if (!(a == b && isConstant(a)) && equal(a, b)) {
          changes++;
          left.set(i, neutral(kind));
          right.set(j, neutral(kind));
        }
      }
    }
    return new Pair(left.rebuild(pool), right.rebuild(pool));
  }
}
