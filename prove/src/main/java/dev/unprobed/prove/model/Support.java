package dev.unprobed.prove.model;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.BitSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a tree must be like for its formula to be exact. */
final class Support {
  private final MenuTree tree;

  Support(MenuTree tree) {
    this.tree = tree;
  }

  /** Refuses a tree as a whole. */
  void check() {
    Generation generation = tree.generation();
    boolean odd =
        generation.walksMenu()
            || !generation.directDependencies()
            || !generation.recursionRefused()
            || generation.has(Trait.SELECT_NEEDS_DEPENDENCIES)
            || generation.has(Trait.KCONFIGLIB_VALUES);
    if (odd) {
      throw Unmodelled.tree(
          "the rules of %s are not those that proofs know".formatted(generation.version()));
    }
    checkModules();
    for (Symbol symbol : tree.symbols()) {
      checkBounds(symbol);
    }
  }

  /** conf computes MODULES first, while no symbol can be m yet, and does not look back. */
  private void checkModules() {
    Symbol modules = tree.modules();
    boolean tristate =
        reaches(
            modules,
            symbol ->
                !symbol.constant()
                    && (symbol.type() == SymbolType.TRISTATE
                        || symbol.choice()
                        || symbol.owner() != null));
    if (tristate) {
      throw Unmodelled.tree(modules, "depends on a tristate or a choice");
    }
  }

  /** conf looks for loops everywhere but in the bounds of ranges. */
  private void checkBounds(Symbol symbol) {
    for (Property property : symbol.properties()) {
      Expr value = property.value();
      if (property.kind() == Property.Kind.RANGE && value != null) {
        Predicate<Symbol> itself = other -> other == symbol;
        if (reaches(value.leftSymbol(), itself) || reaches(value.rightSymbol(), itself)) {
          throw Unmodelled.tree(symbol, "has a range that depends on its own value");
        }
      }
    }
  }

  /** Whether the value of a symbol depends on one that is looked for, or is one. */
  private boolean reaches(Symbol from, Predicate<Symbol> wanted) {
    return !from.constant() && new Reach(wanted).from(from);
  }

  /** A walk along dependencies. */
  private static final class Reach {
    private final Predicate<Symbol> wanted;
    private final BitSet symbols = new BitSet();
    private final BitSet exprs = new BitSet();

    Reach(Predicate<Symbol> wanted) {
      this.wanted = wanted;
    }

    boolean from(Symbol symbol) {
      if (symbols.get(symbol.id())) {
        return false;
      }
      symbols.set(symbol.id());
      if (wanted.test(symbol)) {
        return true;
      }
      boolean found =
          from(symbol.directDependency())
              || from(symbol.reverseDependency())
              || from(symbol.weakReverseDependency());
      for (Property property : symbol.properties()) {
        boolean own =
            property.kind() != Property.Kind.SELECT && property.kind() != Property.Kind.IMPLY;
        found = found || own && (from(property.condition()) || from(property.value()));
      }
      Symbol choice = symbol.owner();
      found = found || choice != null && from(choice);
      for (Symbol member : symbol.members()) {
        found = found || from(member);
      }
      return found;
    }

    private boolean from(@Nullable Expr expr) {
      if (expr == null || exprs.get(expr.id())) {
        return false;
      }
      exprs.set(expr.id());
      return switch (expr.kind()) {
        case AND, OR -> from(expr.left()) || from(expr.right());
        case NOT -> from(expr.left());
        case SYMBOL -> from(expr.leftSymbol());
        case RANGE, EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
            from(expr.leftSymbol()) || from(expr.rightSymbol());
      };
    }
  }
}
