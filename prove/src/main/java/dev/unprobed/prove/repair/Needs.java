package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be selected along with a driver, so that its dependencies are met wherever a
 * condition holds.
 */
final class Needs {
  private final Model model;
  private final Engine engine;
  private final int when;
  private final Limit limit;
  private final List<String> unmet = new ArrayList<>();

  /**
   * For a tree as it is.
   *
   * @param when the literal of the condition
   */
  Needs(Model model, Engine engine, int when, Limit limit) {
    this.model = model;
    this.engine = engine;
    this.when = when;
    this.limit = limit;
  }

  /** The symbols themselves, and those that they need. */
  SequencedSet<Symbol> of(List<Symbol> symbols) {
    SequencedSet<Symbol> all = new LinkedHashSet<>();
    Deque<Symbol> open = new ArrayDeque<>(symbols);
    while (!open.isEmpty()) {
      Symbol symbol = open.removeFirst();
      if (all.add(symbol)) {
        addNeeds(symbol, symbol.directDependency(), open);
      }
    }
    return all;
  }

  /** Whether a symbol is never n where the condition holds. */
  boolean neverOff(Symbol symbol) {
    return engine.solve(limit, when, -model.value(symbol).m()) == Verdict.UNSATISFIABLE;
  }

  /** Why selects are not enough, readable; empty when they are. */
  List<String> unmet() {
    return unmet;
  }

  private void addNeeds(Symbol symbol, @Nullable Expr dependency, Deque<Symbol> open) {
    if (dependency == null || given(dependency)) {
      return;
    }
    switch (dependency.kind()) {
      case AND -> {
        addNeeds(symbol, dependency.left(), open);
        addNeeds(symbol, dependency.right(), open);
      }
      case SYMBOL -> {
        Symbol needed = dependency.leftSymbol();
        if (needed.defined() && needed.type().logical() && needed.owner() == null) {
          open.add(needed);
        } else {
          unmet.add(symbol + " depends on " + needed + ", which cannot be selected");
        }
      }
      case OR, NOT, EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, RANGE ->
          unmet.add(symbol + " depends on a condition that no select can meet");
    }
  }

  /** Whether an expression is never n where the condition holds. */
  private boolean given(Expr expr) {
    return engine.solve(limit, when, -model.value(expr).m()) == Verdict.UNSATISFIABLE;
  }
}
