package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;
import java.util.Objects;

/**
 * Linux 6.12's way, made for shared expressions: each side first, then the operands of the left
 * side against those of the right one. A constant deep inside stays when nothing at the top can be
 * dropped.
 */
final class SharingSimplifier extends Simplifier {
  SharingSimplifier(ExprPool pool, SymbolTable symbols) {
    super(pool, symbols);
  }

  @Override
  Expr findDuplicates(Expr expr) {
    Expr result = expr;
    do {
      changes = 0;
      if (result.kind == Kind.OR || result.kind == Kind.AND) {
        result = joinSides(result);
      }
      result = eliminateConstants(result);
    } while (changes != 0);
    return result;
  }

  private Expr joinSides(Expr expr) {
    Operands left = Operands.of(expr.kind, simplified(expr.left));
    Operands right = Operands.of(expr.kind, simplified(expr.right));
    for (int i = 0; i < left.count(); i++) {
      for (int j = 0; j < right.count(); j++) {
        Expr joined = join(expr.kind, left.get(i), right.get(j));
        if (joined != null) {
          left.set(i, neutral(expr.kind));
          right.set(j, joined);
          changes++;
        }
      }
    }
    return pool.two(expr.kind, left.rebuild(pool), right.rebuild(pool));
  }

  private Expr simplified(Expr expr) {
    return Objects.requireNonNull(eliminateDuplicates(expr));
  }

  @Override
  Expr eliminateConstants(Expr expr) {
    if (expr.kind != Kind.AND && expr.kind != Kind.OR) {
      return expr;
    }
    Expr left = eliminateConstants(expr.left);
    Expr right = eliminateConstants(expr.right);
    Symbol absorbing = expr.kind == Kind.AND ? no : yes;
    Symbol neutral = expr.kind == Kind.AND ? yes : no;
    if (left.is(absorbing) || right.is(neutral)) {
      return left;
    }
    return right.is(absorbing) || left.is(neutral) ? right : expr;
  }
}
