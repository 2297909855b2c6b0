package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.tree.Expr.Kind;

/**
 * The operands of nested {@code ||} or {@code &&} of one level, which can be replaced without a
 * change of the nesting.
 */
final class Operands {
  private final Kind kind;
  private final Expr root;
  private Expr[] operands = new Expr[8];
  private int count;
  private int rebuilt;

  private Operands(Kind kind, Expr root) {
    this.kind = kind;
    this.root = root;
    collect(root);
  }

  /**
   * The operands of {@code root} as a {@code kind}; the expression itself when it is of another
   * kind.
   */
  static Operands of(Kind kind, Expr root) {
    return new Operands(kind, root);
  }

  int count() {
    return count;
  }

  Expr get(int index) {
    return operands[index];
  }

  void set(int index, Expr operand) {
    operands[index] = operand;
  }

  /** The expression with the operands as they are now. */
  Expr rebuild(ExprPool pool) {
    rebuilt = 0;
    return rebuild(pool, root);
  }

  private Expr rebuild(ExprPool pool, Expr expr) {
    if (expr.kind != kind) {
      return operands[rebuilt++];
    }
    Expr left = rebuild(pool, expr.left);
    return pool.two(kind, left, rebuild(pool, expr.right));
  }

  private void collect(Expr expr) {
    if (expr.kind == kind) {
      collect(expr.left);
      collect(expr.right);
      return;
    }
    if (count == operands.length) {
      operands = java.util.Arrays.copyOf(operands, count * 2);
    }
    operands[count++] = expr;
  }
}
