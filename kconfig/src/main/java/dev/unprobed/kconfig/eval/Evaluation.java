package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One configuration of a tree: the user's values and what comes of them. Not for several threads at
 * once.
 *
 * <p>Reading a value computes it when need be. After user values were set, {@link #invalidate}
 * makes everything be computed again.
 */
public final class Evaluation {
  private final MenuTree tree;
  private final State state;
  private final Values values;
  private final MenuVisibility menus;
  private boolean changed = true;

  /**
   * @param messages receives warnings about unmet dependencies, once for each time that conf prints
   *     them
   */
  public Evaluation(MenuTree tree, Messages messages) {
    this.tree = tree;
    state = new State(tree);
    values = new Values(state, messages);
    menus = new MenuVisibility(state, values);
  }

  public MenuTree tree() {
    return tree;
  }

  // --- what symbols are ---

  /** The value of a bool or tristate, 0 to 2; 0 for every other symbol. */
  public int logicalValue(Symbol symbol) {
    compute(symbol);
    return state.logical[symbol.id()];
  }

  /** The value as text, n, m or y for a bool or tristate; the name for an undefined symbol. */
  public String text(Symbol symbol) {
    compute(symbol);
    return currentText(symbol);
  }

  /** As {@link #text}, without a computation: empty for a symbol that never got a value. */
  public String currentText(Symbol symbol) {
    return Objects.requireNonNullElse(state.valueText(symbol), "");
  }

  /** As {@link #logicalValue}, without a computation. */
  public int currentLogical(Symbol symbol) {
    return state.logical[symbol.id()];
  }

  /**
   * As {@link #currentText}, and {@code (null)} for a symbol that never got a value, as conf prints
   * it.
   */
  public String knownText(Symbol symbol) {
    return Objects.requireNonNullElse(state.valueText(symbol), "(null)");
  }

  /**
   * Whether the user can set a bool or tristate to a value at the moment (symbol.c:
   * sym_tristate_within_range).
   */
  public boolean canBe(Symbol symbol, int value) {
    SymbolType type = state.type(symbol);
    int visible = state.visible[symbol.id()];
    int floor = state.reverse[symbol.id()];
    if (visible == Tristate.N || !type.logical() || visible <= floor) {
      return false;
    }
    if (type == SymbolType.BOOL && value == Tristate.M) {
      return false;
    }
    if (values.visibility().impliedFully(symbol) && value == Tristate.M) {
      return false;
    }
    boolean member = symbol.owner() != null && !tree.generation().choicesByPriority();
    if (member && visible == Tristate.Y) {
      return value == Tristate.Y;
    }
    return value >= floor && value <= visible;
  }

  /**
   * The text that a default takes over from the symbol: for a logical symbol that is its name or n,
   * not its value.
   */
  public String plainText(Symbol symbol) {
    compute(symbol);
    return Objects.requireNonNullElse(state.text[symbol.id()], "");
  }

  /** As {@link #visibility}, without a computation. */
  public int currentVisibility(Symbol symbol) {
    return state.visible[symbol.id()];
  }

  /** As {@link #reverseDependency}, without a computation. */
  public int currentReverseDependency(Symbol symbol) {
    return state.reverse[symbol.id()];
  }

  /** As {@link #weakReverseDependency}, without a computation. */
  public int currentWeakReverseDependency(Symbol symbol) {
    return state.weak[symbol.id()];
  }

  /** Whether a choice decides over the symbol. */
  public boolean isChoiceMember(Symbol symbol) {
    return values.visibility().isMember(symbol);
  }

  /** Computes again what limits the symbol, but not its value. */
  public void recomputeVisibility(Symbol symbol) {
    values.visibility().compute(symbol);
  }

  /** Up to which value the user can set the symbol, 0 when it cannot be seen. */
  public int visibility(Symbol symbol) {
    compute(symbol);
    return state.visible[symbol.id()];
  }

  /** The value of the direct dependencies. */
  public int directDependency(Symbol symbol) {
    compute(symbol);
    return state.direct[symbol.id()];
  }

  /** The value below which selects do not let the symbol fall. */
  public int reverseDependency(Symbol symbol) {
    compute(symbol);
    return state.reverse[symbol.id()];
  }

  /** The value that implies ask for. */
  public int weakReverseDependency(Symbol symbol) {
    compute(symbol);
    return state.weak[symbol.id()];
  }

  /** Whether the symbol belongs into the {@code .config}. */
  public boolean written(Symbol symbol) {
    return state.has(symbol, State.WRITE);
  }

  /** The value of an expression, 0 to 2; an absent one is y. */
  public int value(@Nullable Expr expr) {
    return values.exprs().value(expr);
  }

  /** The type at the moment: a tristate that cannot be m is a bool. */
  public SymbolType type(Symbol symbol) {
    return state.type(symbol);
  }

  /** Whether the user can change the value. */
  public boolean changeable(Symbol symbol) {
    boolean choice = tree.generation().choicesByPriority() && symbol.choice();
    return !choice && state.visible[symbol.id()] > state.reverse[symbol.id()];
  }

  /** The member of a choice that is on, absent when none is. */
  public @Nullable Symbol chosen(Symbol choice) {
    compute(choice);
    return values.choices() instanceof PriorityChoices priority
        ? priority.choose(choice)
        : state.chosen[choice.id()];
  }

  /**
   * The member that is on when the user does not say, by the visibilities as they were last
   * computed.
   */
  public @Nullable Symbol defaultMember(Symbol choice) {
    return values.choices().defaultMember(choice);
  }

  // --- what the user wants ---

  public boolean hasUserValue(Symbol symbol) {
    return state.has(symbol, State.USER);
  }

  /** The user value of a bool or tristate; 0 when there is none. */
  public int userLogical(Symbol symbol) {
    return state.userLogical[symbol.id()];
  }

  /** The user value of an int, hex or string; absent when there is none. */
  public @Nullable String userText(Symbol symbol) {
    return state.userText[symbol.id()];
  }

  /** Sets the user value of a bool or tristate, without a look at what is possible. */
  public void setUserLogical(Symbol symbol, int value) {
    state.userLogical[symbol.id()] = (byte) value;
    state.set(symbol, State.USER);
  }

  /** Sets the user value of an int, hex or string, without a look at what is possible. */
  public void setUserText(Symbol symbol, String value) {
    state.userText[symbol.id()] = value;
    state.set(symbol, State.USER);
  }

  /** Replaces the user value of a bool or tristate but not whether there is one. */
  public void replaceUserLogical(Symbol symbol, int value) {
    state.userLogical[symbol.id()] = (byte) value;
  }

  /** Drops the user value. */
  public void forgetUserValue(Symbol symbol) {
    state.clear(symbol, State.USER);
  }

  /** Drops a user value because of what came of it: {@link #adoptUserValues} brings it back. */
  public void setUserValueAside(Symbol symbol) {
    state.setUserValueAside(symbol);
  }

  /** Whether there was a user value that was set aside. */
  public boolean userValueAside(Symbol symbol) {
    return state.has(symbol, State.USER_BEFORE);
  }

  /** Marks a choice of 6.1 as set by the user. */
  public void markUserValue(Symbol symbol) {
    state.set(symbol, State.USER);
  }

  /** Makes a member the one that the user wants. In 6.1 that is kept with the choice. */
  public void choose(Symbol choice, Symbol member) {
    state.userChosen[choice.id()] = member;
  }

  /** Remembers that a member is the one that the user named last. */
  public void prefer(Symbol member) {
    values.choices().prefer(member);
  }

  /** Puts a member behind those that the user named (6.12). */
  public void preferLeast(Symbol member) {
    ((PriorityChoices) values.choices()).preferLeast(member);
  }

  /** Drops all user values, before a {@code .config} is read. */
  public void forgetUserValues() {
    for (Symbol symbol : tree.inTableOrder()) {
      int id = symbol.id();
      boolean modeChoice = symbol.choice() && !tree.generation().choicesByPriority();
      state.clear(symbol, (byte) (State.USER | State.USER_BEFORE | State.VALID));
      if (modeChoice) {
        state.set(symbol, State.USER);
      }
      state.userLogical[id] = 0;
      state.userText[id] = null;
      state.userChosen[id] = null;
    }
    values.choices().forget();
    values.exprs().forget();
  }

  /**
   * Takes over what the user wants from another evaluation of the same tree, as if the same {@code
   * .config} had just been read. Nothing is computed yet, not even MODULES.
   */
  public void adoptUserValues(Evaluation other) {
    state.adoptUserValues(other.state);
    values.choices().adopt(other.values.choices());
    values.exprs().forget();
    changed = true;
  }

  /** Drops a user value, and what it said about a choice, as if its line had not been read. */
  public void withdraw(Symbol symbol) {
    state.clear(symbol, State.USER);
    state.userLogical[symbol.id()] = Tristate.N;
    state.userText[symbol.id()] = null;
    values.choices().withdraw(symbol);
  }

  // --- keeping values up to date ---

  /** Everything is computed again from now on, MODULES first. */
  public void invalidate() {
    for (Symbol symbol : tree.inTableOrder()) {
      state.clear(symbol, State.VALID);
    }
    values.exprs().forget();
    changed = true;
    compute(tree.modules());
  }

  /** Only this symbol is computed again. */
  public void invalidate(Symbol symbol) {
    state.clear(symbol, State.VALID);
  }

  /** Whether the value is up to date. */
  public boolean valid(Symbol symbol) {
    return state.has(symbol, State.VALID);
  }

  /** Whether the {@code .config} on disk would differ, as far as conf knows. */
  public boolean changed() {
    return changed;
  }

  public void changed(boolean value) {
    changed = value;
  }

  /** How many warnings about unmet dependencies there were. */
  public int unmetDependencies() {
    return values.unmetDependencies().count();
  }

  /** 6.1: all members of a choice are to be set before it is computed. */
  public void setMembersFirst(Symbol symbol) {
    state.set(symbol, State.SET_MEMBERS_FIRST);
  }

  /**
   * 6.1: members of a choice that nobody spoke of are off, and the choice counts as set by the
   * user.
   */
  public void setAllMembers(Symbol choice) {
    ((ModeChoices) values.choices()).setAllMembers(choice);
  }

  /** Leaves a symbol out of the {@code .config} until it is computed again. */
  public void markUnwritten(Symbol symbol) {
    state.clear(symbol, State.WRITE);
  }

  /** Makes the value of a symbol be up to date. */
  public void compute(Symbol symbol) {
    values.compute(symbol);
  }

  /** The bounds that hold for an int or hex symbol at the moment, absent when there are none. */
  public @Nullable Expr range(Symbol symbol) {
    return values.texts().range(symbol);
  }

  /** Whether a number lies in the range that holds for the symbol at the moment. */
  public boolean withinRange(Symbol symbol, String text) {
    return values.texts().withinRange(symbol, text);
  }

  /** The first default or range whose condition is not n, absent when there is none. */
  public @Nullable Property activeProperty(Symbol symbol, Property.Kind kind) {
    return values.visibility().activeProperty(symbol, kind);
  }

  /**
   * Whether a node shows in a menu: its prompt is visible, or something below a symbol that is on
   * is. In 6.1 a symbol that shows only for what is below it counts as set by the user from then
   * on, as in conf.
   */
  public boolean menuVisible(MenuNode node) {
    return menus.visible(node);
  }
}
