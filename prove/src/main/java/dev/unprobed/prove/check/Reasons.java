package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why an expression is always n, where single symbols are to blame. */
final class Reasons {
  private static final int MOST = 3;

  private final Exact exact;
  private final Possibilities possibilities;

  Reasons(Exact exact, Possibilities possibilities) {
    this.exact = exact;
    this.possibilities = possibilities;
  }

  /** A few words; empty when no single symbol is the reason. */
  String of(List<Expr> exprs) {
    for (Expr expr : exprs) {
      Set<String> blamed = blame(expr);
      if (blamed != null) {
        String few = blamed.stream().limit(MOST).collect(Collectors.joining(", "));
        return blamed.size() > MOST ? few + ", ..." : few;
      }
    }
    return "";
  }

  private @Nullable Set<String> blame(Expr expr) {
    return switch (expr.kind()) {
      case SYMBOL -> off(expr.leftSymbol());
      case NOT -> expr.left().kind() == Expr.Kind.SYMBOL ? on(expr.left().leftSymbol()) : null;
      case AND -> {
        Set<String> left = blame(expr.left());
        yield left == null ? blame(expr.right()) : left;
      }
      case OR -> {
        Set<String> left = blame(expr.left());
        Set<String> right = left == null ? null : blame(expr.right());
        if (left != null && right != null) {
          left.addAll(right);
        }
        yield right == null ? null : left;
      }
      case EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, RANGE -> null;
    };
  }

  private @Nullable Set<String> off(Symbol symbol) {
    MenuTree tree = exact.tree();
    if (symbol == tree.no()) {
      return set("a condition is n");
    }
    if (symbol == tree.yes() || symbol == tree.mod()) {
      return null;
    }
    if (!symbol.defined()) {
      return set(symbol.displayName() + " is not defined");
    }
    if (!symbol.type().logical()) {
      return set(symbol.displayName() + " is no bool or tristate");
    }
    Pair value = exact.value(symbol);
    boolean never = possibilities.ask(value.m()) == Verdict.UNSATISFIABLE;
    return never ? set(symbol.displayName() + " is always n") : null;
  }

  private @Nullable Set<String> on(Symbol symbol) {
    Pair value = exact.value(symbol);
    boolean always = possibilities.ask(-value.y()) == Verdict.UNSATISFIABLE;
    return always ? set(symbol.displayName() + " is always y") : null;
  }

  private static Set<String> set(String text) {
    return new LinkedHashSet<>(List.of(text));
  }
}
