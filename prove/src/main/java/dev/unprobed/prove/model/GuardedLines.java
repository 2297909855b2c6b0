package dev.unprobed.prove.model;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Cnf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line says what it says where its guard is true, and anything elsewhere. So whatever is
 * impossible although some guards are false is so because of the other lines alone.
 *
 * <p>The condition of a property is made of several lines: its own {@code if}, the {@code depends
 * on} of its definition, those of the menus around it. Each of them alone bounds it from above, and
 * all of them together from below.
 */
final class GuardedLines implements Lines {
  private final Logic logic;
  private final Expressions expressions;
  private final Values values;
  private final Map<Line, Integer> guards = new LinkedHashMap<>();
  private final Map<Property, Pair> conditions = new HashMap<>();
  private final Map<Property, Pair> defaults = new HashMap<>();
  private final Map<Symbol, List<Property>> selects = new HashMap<>();
  private final Map<Symbol, List<Property>> implies = new HashMap<>();

  GuardedLines(MenuTree tree, Logic logic, Expressions expressions, Values values) {
    this.logic = logic;
    this.expressions = expressions;
    this.values = values;
    for (Symbol symbol : tree.symbols()) {
      for (Property property : symbol.properties()) {
        Symbol target = property.valueSymbol();
        if (target != null && property.kind() == Property.Kind.SELECT) {
          selects.computeIfAbsent(target, key -> new ArrayList<>(2)).add(property);
        } else if (target != null && property.kind() == Property.Kind.IMPLY) {
          implies.computeIfAbsent(target, key -> new ArrayList<>(2)).add(property);
        }
      }
    }
  }

  Map<Line, Integer> guards() {
    return Collections.unmodifiableMap(guards);
  }

  @Override
  public Pair condition(Property property) {
    Pair known = conditions.get(property);
    if (known == null) {
      known = makeCondition(property);
      conditions.put(property, known);
    }
    return known;
  }

  private Pair makeCondition(Property property) {
    Pair exact = expressions.value(property.condition());
    List<Clause> clauses = Clause.of(property);
    if (clauses.isEmpty()) {
      return own(property) ? guarded(guard(property), exact) : exact;
    }
    Cnf cnf = logic.cnf();
    Pair value = anything();
    int all = own(property) ? guard(property) : Cnf.TRUE;
    for (Clause clause : clauses) {
      int guard = guard(new Line.Stated(clause.location(), clause.symbol()));
      all = cnf.and(all, guard);
      Pair bound = logic.max(expressions.value(clause.condition()), exact);
      cnf.add(-guard, -value.m(), bound.m());
      cnf.add(-guard, -value.y(), bound.y());
    }
    logic.addEqual(all, value, exact);
    return value;
  }

  /**
   * Whether the line counts by its condition alone: prompts, ranges, and defaults that are texts.
   * What it says is not free then, but whether it counts at all is.
   */
  private static boolean own(Property property) {
    Symbol symbol = property.node().symbol();
    boolean text = symbol != null && !symbol.type().logical();
    return property.visible()
        || property.kind() == Property.Kind.RANGE
        || text && property.kind() == Property.Kind.DEFAULT;
  }

  @Override
  public Pair value(Property property) {
    Pair known = defaults.get(property);
    if (known == null) {
      known = guarded(guard(property), expressions.value(property.value()));
      defaults.put(property, known);
    }
    return known;
  }

  @Override
  public Pair direct(Symbol symbol) {
    Pair exact = expressions.value(symbol.directDependency());
    return exact.equals(Pair.YES) ? exact : guarded(definition(symbol), exact);
  }

  @Override
  public Pair reverse(Symbol symbol) {
    if (symbol.choice()) {
      Expr own = symbol.reverseDependency();
      return own == null ? Pair.NO : expressions.value(own);
    }
    return highest(selects.getOrDefault(symbol, List.of()));
  }

  @Override
  public Pair weakReverse(Symbol symbol) {
    return highest(implies.getOrDefault(symbol, List.of()));
  }

  private Pair highest(List<Property> requests) {
    Pair highest = Pair.NO;
    for (Property request : requests) {
      Pair strength = condition(request);
      // A request that is never made may stand where it would close a circle.
      if (!expressions.value(request.condition()).equals(Pair.NO)) {
        Symbol from = Objects.requireNonNull(request.node().symbol());
        strength = logic.min(strength, values.logical(from));
      }
      highest = logic.max(highest, guarded(guard(request), strength));
    }
    return highest;
  }

  @Override
  public int bool(Symbol symbol) {
    return definition(symbol);
  }

  @Override
  public int choice(Symbol choice) {
    return definition(choice);
  }

  @Override
  public Pair undefined(Symbol symbol) {
    return symbol.defined() || symbol.constant()
        ? Pair.NO
        : guarded(guard(new Line.Undefined(symbol)), Pair.NO);
  }

  private int definition(Symbol symbol) {
    if (!symbol.defined()) {
      return Cnf.TRUE;
    }
    Location at = symbol.definitions().getFirst().location();
    return guard(new Line.Stated(at, symbol));
  }

  private int guard(Property property) {
    return guard(new Line.Stated(property.location(), property.node().symbol()));
  }

  private int guard(Line line) {
    return guards.computeIfAbsent(line, key -> logic.cnf().newInput());
  }

  private Pair guarded(int guard, Pair exact) {
    return logic.choose(guard, exact, anything());
  }

  private Pair anything() {
    Cnf cnf = logic.cnf();
    Pair anything = new Pair(cnf.newInput(), cnf.newInput());
    cnf.add(-anything.y(), anything.m());
    return anything;
  }
}
