package dev.unprobed.prove.repair;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For each symbol of a tree those whose own lines mention it. */
final class Users {
  private final Names names;
  private final Map<String, Set<String>> users = new HashMap<>();

  private Users(MenuTree tree) {
    names = new Names(tree);
    // Whether modules can be built decides what any tristate can be.
    String modules = names.of(tree.modules());
    for (Symbol symbol : tree.symbols()) {
      if (!symbol.constant()) {
        add(symbol);
        put(modules, symbol);
      }
    }
  }

  static Map<String, Set<String>> of(MenuTree tree) {
    return new Users(tree).users;
  }

  private void add(Symbol symbol) {
    Set<Expr> seen = new HashSet<>();
    add(symbol, symbol.directDependency(), seen);
    add(symbol, symbol.reverseDependency(), seen);
    add(symbol, symbol.weakReverseDependency(), seen);
    for (Property property : symbol.properties()) {
      add(symbol, property.condition(), seen);
      if (property.kind() != Property.Kind.SELECT && property.kind() != Property.Kind.IMPLY) {
        add(symbol, property.value(), seen);
      }
    }
    Symbol owner = symbol.owner();
    if (owner != null) {
      put(names.of(owner), symbol);
    }
    symbol.members().forEach(member -> put(names.of(member), symbol));
  }

  private void add(Symbol user, @Nullable Expr expr, Set<Expr> seen) {
    if (expr == null || !seen.add(expr)) {
      return;
    }
    switch (expr.kind()) {
      case AND, OR -> {
        add(user, expr.left(), seen);
        add(user, expr.right(), seen);
      }
      case NOT -> add(user, expr.left(), seen);
      case SYMBOL -> put(names.of(expr.leftSymbol()), user);
      case RANGE, EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
        put(names.of(expr.leftSymbol()), user);
        put(names.of(expr.rightSymbol()), user);
      }
    }
  }

  private void put(String used, Symbol user) {
    users.computeIfAbsent(used, key -> new HashSet<>()).add(names.of(user));
  }
}
