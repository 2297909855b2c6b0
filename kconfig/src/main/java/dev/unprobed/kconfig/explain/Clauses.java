package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Dependency;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the lines that make up the condition of a definition or of a property. */
record Clauses(Values values, Needs needs, Needs defaultNeeds) {
  Clauses(Values values) {
    this(values, new Needs(values), new Needs(values.ofDefaults()));
  }

  /** The lines that a definition depends on, the outermost first. */
  List<Clause> of(MenuNode node) {
    List<Clause> clauses = new ArrayList<>();
    visit(node, false, (kind, expr, symbol, at) -> clauses.add(clause(kind, expr, symbol, at)));
    return clauses;
  }

  /** What keeps a property from counting as {@code bound} or more. */
  List<Blocker> blockers(Property property, int bound) {
    List<Blocker> blockers = new ArrayList<>();
    Visitor visitor =
        (kind, expr, symbol, at) ->
            need(expr, symbol, bound)
                .map(need -> new Blocker(clause(kind, expr, symbol, at), need))
                .ifPresent(blockers::add);
    visit(property.node(), property.visible(), visitor);
    Expr own = property.ownCondition();
    if (own != null) {
      visitor.line(Clause.Kind.CONDITION, own, null, property.location());
    }
    return blockers;
  }

  Gate gate(Property property, int bound) {
    return new Gate(property, blockers(property, bound));
  }

  /** Different ways to keep a property from counting as more than {@code bound}. */
  List<Need> lowering(Property property, int bound) {
    List<Need> ways = new ArrayList<>();
    Expr value = property.kind() == Property.Kind.DEFAULT ? property.value() : null;
    if (value != null) {
      defaultNeeds.most(value, bound).ifPresent(ways::add);
    }
    lower(property.ownCondition(), bound, ways);
    visit(property.node(), false, (kind, expr, symbol, at) -> lower(expr, bound, ways));
    return ways;
  }

  private void lower(@Nullable Expr expr, int bound, List<Need> ways) {
    if (expr != null) {
      needs.most(expr, bound).ifPresent(ways::add);
    }
  }

  /** What keeps the value behind a default from being {@code bound} or more. */
  Optional<Blocker> value(Property line, int bound) {
    Expr value = Objects.requireNonNull(line.value());
    Term term = defaultNeeds.values().term(value);
    Clause clause = new Clause(Clause.Kind.VALUE, term, line.location());
    return defaultNeeds.least(value, bound).map(need -> new Blocker(clause, need));
  }

  private Optional<Need> need(@Nullable Expr expr, @Nullable Symbol symbol, int bound) {
    if (symbol != null) {
      return needs.least(symbol, bound);
    }
    return expr == null ? Optional.empty() : needs.least(expr, bound);
  }

  private Clause clause(
      Clause.Kind kind, @Nullable Expr expr, @Nullable Symbol symbol, Location at) {
    Term term = symbol != null ? values.term(symbol) : values.term(Objects.requireNonNull(expr));
    return new Clause(kind, term, at);
  }

  /** Takes one line: either an expression or, for a choice, its symbol. */
  private interface Visitor {
    void line(Clause.Kind kind, @Nullable Expr expr, @Nullable Symbol choice, Location location);
  }

  private void visit(MenuNode node, boolean prompt, Visitor visitor) {
    MenuNode outer = node.enclosing();
    if (outer != null) {
      visitOuter(outer, prompt, visitor);
    }
    for (Dependency dependency : node.dependencies()) {
      visitor.line(Clause.Kind.DEPENDS, dependency.condition(), null, dependency.location());
    }
  }

  private void visitOuter(MenuNode node, boolean prompt, Visitor visitor) {
    Symbol choice = node.symbol();
    boolean modeChoice =
        choice != null && choice.choice() && !values.tree().generation().choicesByPriority();
    if (modeChoice) {
      visitor.line(Clause.Kind.CHOICE, null, choice, node.location());
      if (prompt) {
        visitVisibleIfs(node.enclosing(), visitor);
      }
      return;
    }
    MenuNode outer = node.enclosing();
    if (outer != null) {
      visitOuter(outer, prompt, visitor);
    }
    for (Dependency dependency : node.dependencies()) {
      visitor.line(kind(node), dependency.condition(), null, dependency.location());
    }
    if (prompt) {
      visitVisibleIf(node, visitor);
    }
  }

  private static void visitVisibleIfs(@Nullable MenuNode from, Visitor visitor) {
    for (MenuNode node = from; node != null; node = node.enclosing()) {
      visitVisibleIf(node, visitor);
    }
  }

  private static void visitVisibleIf(MenuNode node, Visitor visitor) {
    for (Dependency visible : node.visibleIfs()) {
      visitor.line(Clause.Kind.VISIBLE, visible.condition(), null, visible.location());
    }
  }

  private static Clause.Kind kind(MenuNode node) {
    if (node.symbol() != null) {
      return Clause.Kind.CHOICE;
    }
    return node.prompt() == null ? Clause.Kind.IF : Clause.Kind.MENU;
  }
}
