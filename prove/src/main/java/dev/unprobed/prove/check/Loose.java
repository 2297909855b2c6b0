package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * More than all configurations: what an architecture, a compiler or another tree may decide can
 * have any value. That is what no file defines, what has no prompt and a single value, the constant
 * n, which a macro may have left behind, and every comparison with a number or string. What is
 * impossible even so is impossible by the tree's own contradictions.
 *
 * <p>Of everything else it says only what its rules imply: choices, for instance, may have several
 * members on.
 */
final class Loose implements Encoding {
  private final MenuTree tree;
  private final Predicate<Symbol> decidedElsewhere;
  private final Cnf cnf = new Cnf();
  private final Map<Symbol, Pair> symbols = new HashMap<>();
  private final Map<Expr, Pair> exprs = new HashMap<>();
  private final Deque<Runnable> pending = new ArrayDeque<>();

  /**
   * @param decidedElsewhere whether a symbol without a prompt has a single value
   */
  Loose(MenuTree tree, Predicate<Symbol> decidedElsewhere) {
    this.tree = tree;
    this.decidedElsewhere = decidedElsewhere;
  }

  @Override
  public MenuTree tree() {
    return tree;
  }

  @Override
  public Cnf cnf() {
    return cnf;
  }

  @Override
  public Pair value(Symbol symbol) {
    Pair value = known(symbol);
    settle();
    return value;
  }

  @Override
  public Pair value(@Nullable Expr expr) {
    Pair value = known(expr);
    settle();
    return value;
  }

  @Override
  public Pair value(Condition condition) {
    return free(SymbolType.TRISTATE);
  }

  private void settle() {
    for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
      next.run();
    }
  }

  private Pair known(Symbol symbol) {
    Pair known = symbols.get(symbol);
    if (known == null) {
      known = define(symbol);
      symbols.put(symbol, known);
    }
    return known;
  }

  private Pair define(Symbol symbol) {
    if (symbol == tree.yes() || symbol == tree.mod()) {
      return new Pair(Cnf.TRUE, symbol == tree.yes() ? Cnf.TRUE : Cnf.FALSE);
    }
    if (symbol.defined() && !symbol.type().logical()) {
      return new Pair(Cnf.FALSE, Cnf.FALSE);
    }
    boolean prompted = symbol.properties().stream().anyMatch(Property::visible);
    Pair value = free(symbol.type());
    boolean ruled = symbol.defined() && (prompted || !decidedElsewhere.test(symbol));
    if (ruled && !symbol.choice()) {
      pending.add(() -> limit(symbol, value));
    }
    return value;
  }

  private Pair free(SymbolType type) {
    if (type == SymbolType.BOOL) {
      return Pair.truth(cnf.newInput());
    }
    Pair value = new Pair(cnf.newInput(), cnf.newInput());
    cnf.add(-value.y(), value.m());
    return value;
  }

  /** No more than what prompts, defaults, implies and selects give; no less than selects. */
  private void limit(Symbol symbol, Pair value) {
    Pair defaults = defaults(symbol);
    Pair most = defaults;
    boolean prompted = false;
    for (Property property : symbol.properties()) {
      if (property.visible()) {
        prompted = true;
        most = max(most, known(property.condition()));
      }
    }
    Pair implied = ask(symbol.weakReverseDependency());
    Pair least = promoted(symbol, ask(symbol.reverseDependency()));
    most = promoted(symbol, max(most, max(least, implied)));
    cnf.add(-value.m(), most.m());
    cnf.add(-value.y(), most.y());
    boolean member = symbol.owner() != null || symbol.listedMember();
    if (!member) {
      // What implies do to a default is left open.
      Pair taken = prompted ? least : max(least, min(defaults, Pair.truth(-implied.m())));
      cnf.add(-taken.m(), value.m());
      cnf.add(-taken.y(), value.y());
    }
    if (symbol.type() == SymbolType.TRISTATE) {
      cnf.add(known(tree.modules()).m(), -value.m(), value.y());
    }
  }

  /** The first default that applies, no more than its condition. */
  private Pair defaults(Symbol symbol) {
    Pair value = new Pair(Cnf.FALSE, Cnf.FALSE);
    for (Property property : symbol.properties().reversed()) {
      if (property.kind() == Property.Kind.DEFAULT) {
        Pair condition = known(property.condition());
        Pair own = min(known(property.value()), condition);
        value =
            new Pair(
                cnf.choose(condition.m(), own.m(), value.m()),
                cnf.choose(condition.m(), own.y(), value.y()));
      }
    }
    return value;
  }

  /** What selects or implies ask for: n where there are none. */
  private Pair ask(@Nullable Expr expr) {
    return expr == null ? new Pair(Cnf.FALSE, Cnf.FALSE) : known(expr);
  }

  private Pair known(@Nullable Expr expr) {
    if (expr == null) {
      return Pair.truth(Cnf.TRUE);
    }
    Pair known = exprs.get(expr);
    if (known == null) {
      known = compute(expr);
      exprs.put(expr, known);
    }
    return known;
  }

  private Pair compute(Expr expr) {
    return switch (expr.kind()) {
      case SYMBOL -> known(expr.leftSymbol());
      case AND -> min(known(expr.left()), known(expr.right()));
      case OR -> max(known(expr.left()), known(expr.right()));
      case NOT -> known(expr.left()).not();
      case EQUAL -> Pair.truth(equal(expr));
      case UNEQUAL -> Pair.truth(-equal(expr));
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, RANGE -> free(SymbolType.BOOL);
    };
  }

  /** Exact for a bool or tristate and n, m or y; anything goes for the rest. */
  private int equal(Expr expr) {
    Symbol right = expr.rightSymbol();
    if (!expr.leftSymbol().type().logical() || !expr.leftSymbol().defined()) {
      return cnf.newInput();
    }
    Pair left = known(expr.leftSymbol());
    return right == tree.yes()
        ? left.y()
        : right == tree.mod()
            ? cnf.and(left.m(), -left.y())
            : right == tree.no() ? -left.m() : cnf.newInput();
  }
}
