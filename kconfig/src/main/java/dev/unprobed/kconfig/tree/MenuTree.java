package dev.unprobed.kconfig.tree;

import dev.unprobed.kconfig.Generation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished set of Kconfig files: the menu, its symbols, and the generation whose rules hold.
 * Immutable.
 */
public final class MenuTree {
  private final Generation generation;
  private final MenuNode root;
  private final SymbolTable symbols;
  private final ExprPool pool;
  private final Symbol modules;
  private final int propertyCount;
  private final Symbol[] tableOrder;
  @Nullable Symbol defconfigList;

  MenuTree(
      Generation generation,
      MenuNode root,
      SymbolTable symbols,
      ExprPool pool,
      Symbol modules,
      int propertyCount) {
    this.generation = generation;
    this.root = root;
    this.symbols = symbols;
    this.pool = pool;
    this.modules = modules;
    this.propertyCount = propertyCount;
    this.tableOrder = symbols.inTableOrder(generation.symbolBuckets());
    if (generation.choicesByPriority()) {
      assignOwners();
    }
  }

  private void assignOwners() {
    for (Symbol symbol : tableOrder) {
      symbol.owner = Choices.around(symbol);
    }
  }

  public Generation generation() {
    return generation;
  }

  /** The root menu, whose prompt is the title of the configuration. */
  public MenuNode root() {
    return root;
  }

  /** The symbol that says whether modules can be built; the constant n when no symbol does. */
  public Symbol modules() {
    return modules;
  }

  /**
   * The symbol whose defaults name the configurations to start from when there is none (up to
   * 5.12).
   */
  public @Nullable Symbol defconfigList() {
    return defconfigList;
  }

  public Symbol yes() {
    return symbols.yes;
  }

  public Symbol mod() {
    return symbols.mod;
  }

  public Symbol no() {
    return symbols.no;
  }

  /** The symbol, choice, y, m or n of that name, defined or only mentioned. */
  public @Nullable Symbol find(String name) {
    return symbols.find(name);
  }

  /** All symbols and constants, by id. */
  public List<Symbol> symbols() {
    return Collections.unmodifiableList(symbols.all());
  }

  /** All symbols but y, m and n in the order in which conf visits them. */
  public List<Symbol> inTableOrder() {
    return Collections.unmodifiableList(Arrays.asList(tableOrder));
  }

  /** One more than the highest symbol id. */
  public int symbolCount() {
    return symbols.all().size();
  }

  /** One more than the highest expression id. */
  public int exprCount() {
    return pool.size();
  }

  /** One more than the highest property id. */
  public int propertyCount() {
    return propertyCount;
  }

  /** Whether two conditions are the same to conf, up to the order of operands; absent means y. */
  public boolean sameCondition(@Nullable Expr a, @Nullable Expr b) {
    return simplifierForQuestions().equal(a, b);
  }

  private Simplifier simplifierForQuestions() {
    return generation.expressionsShared()
        ? new SharingSimplifier(pool, symbols)
        : new InPlaceSimplifier(pool, symbols);
  }
}
