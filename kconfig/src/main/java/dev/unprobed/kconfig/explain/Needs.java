package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes expressions apart: which operands keep them from being high, or low, enough. */
record Needs(Values values) {
  /**
   * What would have to change for the expression to be at least {@code bound}; empty if nothing.
   */
  Optional<Need> least(Expr expr, int bound) {
    return need(expr, true, bound);
  }

  /** What would have to change for the symbol to be at least {@code bound}; empty if nothing. */
  Optional<Need> least(Symbol symbol, int bound) {
    return atom(values.term(symbol), true, bound, Settings.of(symbol, true, bound));
  }

  /** What would have to change for the expression to be at most {@code bound}; empty if nothing. */
  Optional<Need> most(Expr expr, int bound) {
    return need(expr, false, bound);
  }

  private Optional<Need> need(Expr expr, boolean least, int bound) {
    return switch (expr.kind()) {
      case NOT -> need(expr.left(), !least, Tristate.Y - bound);
      case AND -> least ? all(expr, true, bound) : any(expr, false, bound);
      case OR -> least ? any(expr, true, bound) : all(expr, false, bound);
      case SYMBOL -> symbol(expr, least, bound);
      default -> {
        boolean holds = least ? bound > Tristate.N : bound == Tristate.Y;
        yield atom(values.term(expr), least, bound, Settings.of(expr, holds));
      }
    };
  }

  private Optional<Need> symbol(Expr expr, boolean least, int bound) {
    Symbol symbol = expr.leftSymbol();
    boolean module = symbol == values.tree().mod() && values.conditions();
    if (module && least && bound == Tristate.M) {
      return least(values.tree().modules(), bound);
    }
    return atom(values.term(expr), least, bound, Settings.of(symbol, least, bound));
  }

  private static Optional<Need> atom(Term term, boolean least, int bound, List<Setting> settings) {
    boolean met = least ? term.value() >= bound : term.value() <= bound;
    return met ? Optional.empty() : Optional.of(new Need.Atom(term, least, bound, settings));
  }

  private Optional<Need> all(Expr expr, boolean least, int bound) {
    List<Need> needs = new ArrayList<>();
    for (Expr operand : operands(expr)) {
      need(operand, least, bound).ifPresent(needs::add);
    }
    return joined(needs, new Need.All(needs));
  }

  private Optional<Need> any(Expr expr, boolean least, int bound) {
    List<Need> needs = new ArrayList<>();
    for (Expr operand : operands(expr)) {
      Optional<Need> need = need(operand, least, bound);
      if (need.isEmpty()) {
        return Optional.empty();
      }
      needs.add(need.get());
    }
    return joined(needs, new Need.Any(needs));
  }

  private static Optional<Need> joined(List<Need> needs, Need several) {
    return switch (needs.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(needs.getFirst());
      default -> Optional.of(several);
    };
  }

  private static List<Expr> operands(Expr expr) {
    List<Expr> operands = new ArrayList<>();
    collect(expr, expr.kind(), operands);
    return operands;
  }

  private static void collect(Expr expr, Expr.Kind kind, List<Expr> operands) {
    if (expr.kind() == kind) {
      collect(expr.left(), kind, operands);
      collect(expr.right(), kind, operands);
    } else {
      operands.add(expr);
    }
  }
}
