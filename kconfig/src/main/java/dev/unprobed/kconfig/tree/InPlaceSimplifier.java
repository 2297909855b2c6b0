package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;

/**
 * Linux 6.1's way: every operand is compared with every other of its level, both ways round, until
 * nothing changes.
 */
final class InPlaceSimplifier extends Simplifier {
  InPlaceSimplifier(ExprPool pool, SymbolTable symbols) {
    super(pool, symbols);
  }

  @Override
  Expr findDuplicates(Expr expr) {
    Expr result = expr;
    while (result.kind == Kind.OR || result.kind == Kind.AND) {
      changes = 0;
      result = joinOperands(result);
      if (changes == 0) {
        break;
      }
      result = eliminateConstants(result);
    }
    return result;
  }

  private Expr joinOperands(Expr expr) {
    Operands operands = Operands.of(expr.kind, expr);
    for (int i = 0; i < operands.count(); i++) {
      for (int j = 0; j < operands.count(); j++) {
        if (i != j) {
          joinPair(expr.kind, operands, i, j);
        }
      }
    }
    return operands.rebuild(pool);
  }

  private void joinPair(Kind kind, Operands operands, int i, int j) {
    Expr operand = operands.get(i);
    if (operand.kind == Kind.OR || operand.kind == Kind.AND) {
      operands.set(i, joinOperands(operand));
    }
    Expr joined = join(kind, operands.get(i), operands.get(j));
    if (joined != null) {
      operands.set(i, neutral(kind));
      operands.set(j, joined);
      changes++;
    }
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
    return right.is(absorbing) || left.is(neutral) ? right : pool.two(expr.kind, left, right);
  }
}
