package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.Generation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives every node its place and every property its full condition (menu.c: menu_finalize):
 * dependencies go down, selects become reverse dependencies, nodes that depend on the symbol before
 * them become its submenu, and ifs vanish.
 */
final class Finalizer {
  private final TreeBuilder builder;
  private final Generation generation;
  private final ExprPool pool;
  private final Symbol modules;
  private final Simplifier simplifier;
  private final Transformer transformer;
  private final PropertyChecks checks;
  private final WrittenConditions written;

  Finalizer(TreeBuilder builder, Generation generation, Symbol modules) {
    this.builder = builder;
    this.generation = generation;
    this.pool = builder.pool;
    this.modules = modules;
    this.simplifier =
        generation.expressionsShared()
            ? new SharingSimplifier(pool, builder.symbols)
            : new InPlaceSimplifier(pool, builder.symbols);
    this.transformer = builder.transformer;
    this.checks = new PropertyChecks(builder, generation);
    this.written = new WrittenConditions(pool, builder.symbols);
  }

  void finish(MenuNode root) {
    finish(root, false);
    if (generation.plainConditions()) {
      limitConfigDefaults(root);
    }
  }

  /** A {@code configdefault} counts where the symbol can be, whatever the place it stands in. */
  private void limitConfigDefaults(MenuNode root) {
    for (MenuNode node = root.following(root); node != null; node = node.following(root)) {
      if (node.onlyDefaults) {
        Symbol symbol = Objects.requireNonNull(node.symbol);
        boolean defined = symbol.definitions.stream().anyMatch(other -> !other.onlyDefaults);
        Expr dependency = defined ? symbol.directDependency : pool.symbol(builder.symbols.no);
        for (Property property : symbol.properties) {
          if (property.node == node) {
            property.condition = written.and(dependency, property.condition);
          }
        }
      }
    }
  }

  private void finish(MenuNode parent, boolean insideChoice) {
    Symbol symbol = parent.symbol;
    boolean choice = symbol != null && symbol.choice;
    if (parent.child != null) {
      propagateToChildren(parent);
      for (MenuNode node = parent.child; node != null; node = node.next) {
        finish(node, choice);
      }
    } else if (symbol != null && !(insideChoice && generation.choicesByPriority())) {
      makeSubmenu(parent, symbol);
      addDirectDependency(parent, symbol);
    }
    if (choice && generation.plainConditions()) {
      flattenChildren(parent);
      settleTypes(parent, Objects.requireNonNull(symbol));
    }
    for (MenuNode node = parent.child; node != null; node = node.next) {
      if (choice && !generation.choicesByPriority()) {
        adoptMember(Objects.requireNonNull(symbol), node);
      }
      flatten(parent, node);
    }
    if (generation.plainConditions()) {
      removeIfs(parent);
    }
    if (symbol != null && !symbol.checked) {
      checks.check(parent, symbol);
      symbol.checked = true;
    }
    if (choice && !generation.choicesByPriority() && parent.prompt != null) {
      keepChoiceOn(Objects.requireNonNull(symbol), parent.prompt);
    }
  }

  private void addDirectDependency(MenuNode node, Symbol symbol) {
    if (!generation.plainConditions()) {
      symbol.directDependency = pool.or(symbol.directDependency, node.dependency);
    } else if (!node.onlyDefaults) {
      boolean first = definedFirst(symbol, node);
      symbol.directDependency =
          first ? node.dependency : written.or(symbol.directDependency, node.dependency);
    }
  }

  private static boolean definedFirst(Symbol symbol, MenuNode node) {
    for (MenuNode other : symbol.definitions) {
      if (!other.onlyDefaults) {
        return other == node;
      }
    }
    return false;
  }

  private static void flattenChildren(MenuNode parent) {
    for (MenuNode node = parent.child; node != null; node = node.next) {
      flatten(parent, node);
    }
  }

  private void propagateToChildren(MenuNode parent) {
    Expr parentDependency = parent.dependency;
    Symbol symbol = parent.symbol;
    if (symbol != null && symbol.choice && !generation.choicesByPriority()) {
      if (!generation.plainConditions()) {
        settleTypes(parent, symbol);
      }
      parentDependency = pool.symbol(symbol);
    }
    for (MenuNode node = parent.child; node != null; node = node.next) {
      node.dependency = joined(parentDependency, node.dependency);
      if (node.symbol == null) {
        if (node.prompt != null) {
          propagate(node, node.prompt);
        }
        continue;
      }
      List<Property> properties = node.symbol.properties;
      for (int i = 0; i < properties.size(); i++) {
        if (properties.get(i).node == node) {
          propagate(node, properties.get(i));
        }
      }
    }
  }

  /**
   * A choice without a type takes that of its first typed member, and members without one take the
   * choice's.
   */
  private void settleTypes(MenuNode parent, Symbol choice) {
    boolean changed = choice.type == SymbolType.UNKNOWN;
    if (changed) {
      for (MenuNode node = parent.child; node != null; node = node.next) {
        if (node.symbol != null && node.symbol.type != SymbolType.UNKNOWN) {
          builder.setType(parent, node.symbol.type);
          break;
        }
      }
    }
    for (MenuNode node = parent.child; node != null; node = node.next) {
      if (node.symbol != null && node.symbol.type == SymbolType.UNKNOWN) {
        builder.setType(node, choice.type);
        changed = true;
      }
    }
    if (changed) {
      simplifier.forgetResults();
    }
  }

  private void propagate(MenuNode node, Property property) {
    property.condition = joined(node.dependency, property.condition);
    boolean tristate = node.symbol == null || node.symbol.type == SymbolType.TRISTATE;
    if (!tristate && generation.unequalNoMeansSymbol()) {
      property.condition = transformer.symbolsForUnequalNo(property.condition);
    }
    if (property.kind == Property.Kind.SELECT || property.kind == Property.Kind.IMPLY) {
      Expr selector = pool.symbol(Objects.requireNonNull(node.symbol));
      Expr strength = pool.and(selector, property.condition);
      Symbol target = Objects.requireNonNull(property.valueSymbol());
      if (property.kind == Property.Kind.SELECT) {
        target.reverseDependency = pool.or(target.reverseDependency, strength);
      } else {
        target.weakReverseDependency = pool.or(target.weakReverseDependency, strength);
      }
    }
  }

  private @Nullable Expr joined(@Nullable Expr outer, @Nullable Expr own) {
    Expr rewritten = transformer.rewriteModule(own, modules);
    if (generation.plainConditions()) {
      return written.and(rewritten, outer);
    }
    Expr transformed = transformer.transform(rewritten);
    return simplifier.eliminateDuplicates(pool.and(outer, transformed));
  }

  /** Nodes that follow a symbol and depend on it go below it, as conf's automatic submenus. */
  private void makeSubmenu(MenuNode parent, Symbol symbol) {
    Expr base = null;
    MenuNode last = null;
    for (MenuNode node = parent.next; node != null; node = node.next) {
      Expr dependency = node.prompt != null ? node.prompt.condition : node.dependency;
      boolean plain = generation.plainConditions();
      if (plain
          ? !written.depends(dependency, symbol)
          : !Transformer.contains(dependency, symbol)) {
        break;
      }
      if (!plain && !transformer.depends(dependency, symbol)) {
        if (base == null) {
          base = unequalNo(parent.prompt != null ? parent.prompt.condition : null);
        }
        Expr rest = simplifier.eliminateCommon(unequalNo(dependency), base).right();
        if (!simplifier.isYes(rest)) {
          break;
        }
      }
      finish(node, false);
      node.parent = parent;
      last = node;
    }
    if (last != null) {
      parent.child = parent.next;
      parent.next = last.next;
      last.next = null;
    }
  }

  private Expr unequalNo(@Nullable Expr expr) {
    Expr transformed = Objects.requireNonNull(transformer.transform(transformer.unequalNo(expr)));
    return Objects.requireNonNull(simplifier.eliminateDuplicates(transformed));
  }

  /** 6.1: a symbol inside a choice becomes its member, once. */
  private void adoptMember(Symbol choice, MenuNode node) {
    Symbol member = node.symbol;
    if (member == null || member.owner != null && !generation.choicesDecideAll()) {
      return;
    }
    checks.checkMember(choice, node, member);
    if (choice.type == SymbolType.TRISTATE && member.type != SymbolType.TRISTATE) {
      requireChoiceY(choice, node, member);
    }
    member.owner = choice;
    choice.members.add(member);
  }

  /** A bool member of a tristate choice can only be on while exactly one member is. */
  private void requireChoiceY(Symbol choice, MenuNode node, Symbol member) {
    Expr choiceIsY = pool.compare(Expr.Kind.EQUAL, choice, builder.symbols.yes);
    boolean promptsOnly = generation.choicesDecideAll();
    if (!promptsOnly) {
      node.dependency = pool.and(choiceIsY, node.dependency);
    }
    for (Property property : member.properties) {
      if (promptsOnly ? property.visible() : property.node == node) {
        property.condition = pool.and(choiceIsY, property.condition);
      }
    }
  }

  /** What was an if has no children any more, and would keep a menu from being empty. */
  private static void removeIfs(MenuNode parent) {
    MenuNode last = null;
    for (MenuNode node = parent.child; node != null; node = node.next) {
      if (node.symbol == null && node.prompt == null) {
        if (last == null) {
          parent.child = node.next;
        } else {
          last.next = node.next;
        }
      } else {
        last = node;
      }
    }
  }

  /** The children of an if, or of a symbol without a prompt, go up one level, after it. */
  private static void flatten(MenuNode parent, MenuNode node) {
    if (node.child == null || node.prompt != null) {
      return;
    }
    MenuNode last = node.child;
    last.parent = parent;
    while (last.next != null) {
      last = last.next;
      last.parent = parent;
    }
    last.next = node.next;
    node.next = node.child;
    node.child = null;
  }

  /**
   * 6.1: a visible choice that is not optional cannot be n: it is selected by its own visibility,
   * up to m.
   */
  private void keepChoiceOn(Symbol choice, Property prompt) {
    if (!choice.optional) {
      Expr visible = pool.and(prompt.condition, pool.symbol(builder.symbols.mod));
      choice.reverseDependency = pool.or(choice.reverseDependency, visible);
    }
  }
}
