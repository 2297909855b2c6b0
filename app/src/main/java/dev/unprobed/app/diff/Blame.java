package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.ExprPrinter;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds in an expression with two values the operands that made the difference.
 *
 * <p>An {@code &&} falls by just those operands that are lower now than all of it was, and an
 * {@code ||} rises by just those that are higher; so each of them differs itself, and the search
 * goes on inside.
 */
final class Blame {
  private final Side a;
  private final Side b;
  private final Set<String> changed;

  /**
   * @param changed the keys of all symbols that differ
   */
  Blame(Side a, Side b, Set<String> changed) {
    this.a = a;
    this.b = b;
    this.changed = changed;
  }

  /** For a dependency, where nothing means y. */
  Found dependency(@Nullable Expr left, @Nullable Expr right) {
    return of(left, right, Tristate.Y);
  }

  /** For selects and implies, where nothing means n. */
  Found reverse(@Nullable Expr left, @Nullable Expr right) {
    return of(left, right, Tristate.N);
  }

  private Found of(@Nullable Expr left, @Nullable Expr right, int absent) {
    if (a.value(left, absent) == b.value(right, absent)) {
      return Found.NOTHING;
    }
    if (left == null || right == null) {
      return one(left == null ? right : left);
    }
    return of(left, right);
  }

  private Found of(Expr left, Expr right) {
    int before = a.evaluation().value(left);
    int after = b.evaluation().value(right);
    if (before == after) {
      return Found.NOTHING;
    }
    Expr.Kind kind = connective(left, right);
    if (kind != null) {
      return operands(new Operands(kind, left, right), before, after);
    }
    if (left.kind() == Expr.Kind.NOT && right.kind() == Expr.Kind.NOT) {
      return of(left.left(), right.left());
    }
    return text(left).equals(text(right)) ? one(right) : one(left).and(one(right));
  }

  private static Expr.@Nullable Kind connective(Expr left, Expr right) {
    for (Expr.Kind kind : new Expr.Kind[] {Expr.Kind.OR, Expr.Kind.AND}) {
      if (left.kind() == kind || right.kind() == kind) {
        return kind;
      }
    }
    return null;
  }

  private Found operands(Operands operands, int before, int after) {
    boolean fromAbove = (operands.kind == Expr.Kind.OR) == (after > before);
    List<Expr> active = fromAbove ? operands.right : operands.left;
    boolean higher = operands.kind == Expr.Kind.OR;
    Side side = fromAbove ? b : a;
    int other = fromAbove ? before : after;
    Found found = Found.NOTHING;
    for (Expr operand : active) {
      int value = side.evaluation().value(operand);
      if (higher ? value > other : value < other) {
        found = found.and(operand(operands, operand, fromAbove));
      }
    }
    return found;
  }

  private Found operand(Operands operands, Expr operand, boolean inB) {
    Expr partner = operands.partner(operand, inB);
    if (partner == null) {
      return one(operand).ofNewRule();
    }
    return inB ? of(partner, operand) : of(operand, partner);
  }

  /** An expression that has no partner, or a single symbol or comparison. */
  private Found one(@Nullable Expr expr) {
    Found found = Found.NOTHING;
    if (expr != null) {
      List<String> keys = new ArrayList<>();
      forEachSymbol(expr, keys::add);
      for (String key : keys) {
        found = changed.contains(key) ? found.and(Found.of(key)) : found;
      }
    }
    return found.nothing() ? Found.RULE : found;
  }

  /** Every changed symbol of an expression. */
  Found mentioned(@Nullable Expr expr) {
    Found found = expr == null ? Found.NOTHING : one(expr);
    return new Found(found.keys(), false);
  }

  private static void forEachSymbol(Expr expr, java.util.function.Consumer<String> visitor) {
    switch (expr.kind()) {
      case OR, AND -> {
        forEachSymbol(expr.left(), visitor);
        forEachSymbol(expr.right(), visitor);
      }
      case NOT -> forEachSymbol(expr.left(), visitor);
      case SYMBOL -> visit(expr.leftSymbol(), visitor);
      default -> {
        visit(expr.leftSymbol(), visitor);
        visit(expr.rightSymbol(), visitor);
      }
    }
  }

  private static void visit(Symbol symbol, java.util.function.Consumer<String> visitor) {
    if (!symbol.constant() && symbol.defined()) {
      visitor.accept(Pair.key(symbol));
    }
  }

  static String text(@Nullable Expr expr) {
    return expr == null ? "" : ExprPrinter.plain(expr);
  }

  /** The operands of two expressions of one kind; equal ones belong together. */
  private static final class Operands {
    final Expr.Kind kind;
    final List<Expr> left = new ArrayList<>();
    final List<Expr> right = new ArrayList<>();
    private final Map<String, Expr> leftByText = new HashMap<>();
    private final Map<String, Expr> rightByText = new HashMap<>();
    private final boolean same;

    Operands(Expr.Kind kind, Expr left, Expr right) {
      this.kind = kind;
      this.same = left == right;
      collect(left, this.left, same ? (x, y) -> {} : leftByText::putIfAbsent);
      collect(right, this.right, same ? (x, y) -> {} : rightByText::putIfAbsent);
    }

    @Nullable Expr partner(Expr operand, boolean inB) {
      return same ? operand : (inB ? leftByText : rightByText).get(text(operand));
    }

    private void collect(Expr expr, List<Expr> into, BiConsumer<String, Expr> index) {
      if (expr.kind() == kind) {
        collect(expr.left(), into, index);
        collect(expr.right(), into, index);
      } else {
        into.add(expr);
        index.accept(same ? "" : text(expr), expr);
      }
    }
  }
}
