package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.condition.Terms;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Symbols that can have any value of their type, as if no tree said anything of them. */
record FreeTerms(Cnf cnf, Map<Symbol, Pair> values, Map<List<Object>, Integer> comparisons)
    implements Terms {
  FreeTerms() {
    this(new Cnf(), new HashMap<>(), new HashMap<>());
  }

  @Override
  public Pair value(Symbol symbol) {
    if (symbol.constant() || !symbol.type().logical()) {
      return Pair.of(symbol.constant() ? symbol.displayName() : "n");
    }
    return values.computeIfAbsent(symbol, this::free);
  }

  private Pair free(Symbol symbol) {
    int m = cnf.newInput();
    if (symbol.type() == SymbolType.BOOL) {
      return Pair.truth(m);
    }
    Pair value = new Pair(m, cnf.newInput());
    cnf.add(-value.y(), value.m());
    return value;
  }

  @Override
  public int compare(Expr.Kind kind, Symbol left, Symbol right) {
    if (!logical(left) || !logical(right)) {
      return unknown(kind, left, right);
    }
    Pair a = value(left);
    Pair b = value(right);
    int less = cnf.or(cnf.and(-a.m(), b.m()), cnf.and(-a.y(), b.y()));
    int greater = cnf.or(cnf.and(a.m(), -b.m()), cnf.and(a.y(), -b.y()));
    return switch (kind) {
      case EQUAL -> -cnf.or(less, greater);
      case UNEQUAL -> cnf.or(less, greater);
      case LESS -> less;
      case LESS_EQUAL -> -greater;
      case GREATER -> greater;
      case GREATER_EQUAL -> -less;
      case OR, AND, NOT, SYMBOL, RANGE -> throw new IllegalArgumentException(kind.name());
    };
  }

  private static boolean logical(Symbol symbol) {
    return symbol.constant() || symbol.type().logical();
  }

  @Override
  public int compare(Expr.Kind kind, Symbol left, String right) {
    return unknown(kind, left, right);
  }

  /** Numbers and strings are not looked into: at worst a contradiction goes unnoticed. */
  private int unknown(Expr.Kind kind, Object left, Object right) {
    return comparisons.computeIfAbsent(List.of(kind, left, right), key -> cnf.newInput());
  }
}
