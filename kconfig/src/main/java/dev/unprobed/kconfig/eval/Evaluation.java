package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.NumberReader;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.List;
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
  private final ExprValues exprs;
  private final ChoiceRules choices;
  private final UnmetDependencies unmetDependencies;
  private boolean changed = true;

  /**
   * @param messages receives warnings about unmet dependencies, once for each time that conf prints
   *     them
   */
  public Evaluation(MenuTree tree, Messages messages) {
    this.tree = tree;
    state = new State(tree);
    exprs = new ExprValues(state, this);
    boolean byPriority = tree.generation().choicesByPriority();
    choices = byPriority ? new PriorityChoices(state, this) : new ModeChoices(state, this);
    unmetDependencies = new UnmetDependencies(state, exprs, messages);
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
    if (impliedFully(symbol) && value == Tristate.M) {
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
    return isMember(symbol);
  }

  /** Computes again what limits the symbol, but not its value. */
  public void recomputeVisibility(Symbol symbol) {
    computeVisibility(symbol);
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
    return exprs.value(expr);
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
    return choices instanceof PriorityChoices priority
        ? priority.choose(choice)
        : state.chosen[choice.id()];
  }

  /**
   * The member that is on when the user does not say, by the visibilities as they were last
   * computed.
   */
  public @Nullable Symbol defaultMember(Symbol choice) {
    return choices.defaultMember(choice);
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
    if (state.has(symbol, State.USER)) {
      state.clear(symbol, State.USER);
      state.set(symbol, State.USER_BEFORE);
    }
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
    choices.prefer(member);
  }

  /** Puts a member behind those that the user named (6.12). */
  public void preferLeast(Symbol member) {
    ((PriorityChoices) choices).preferLeast(member);
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
    choices.forget();
    exprs.forget();
  }

  /**
   * Takes over what the user wants from another evaluation of the same tree, as if the same {@code
   * .config} had just been read. Nothing is computed yet, not even MODULES.
   */
  public void adoptUserValues(Evaluation other) {
    state.adoptUserValues(other.state);
    choices.adopt(other.choices);
    exprs.forget();
    changed = true;
  }

  /** Drops a user value, and what it said about a choice, as if its line had not been read. */
  public void withdraw(Symbol symbol) {
    state.clear(symbol, State.USER);
    state.userLogical[symbol.id()] = Tristate.N;
    state.userText[symbol.id()] = null;
    choices.withdraw(symbol);
  }

  // --- keeping values up to date ---

  /** Everything is computed again from now on, MODULES first. */
  public void invalidate() {
    for (Symbol symbol : tree.inTableOrder()) {
      state.clear(symbol, State.VALID);
    }
    exprs.forget();
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
    return unmetDependencies.count();
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
    ((ModeChoices) choices).setAllMembers(choice);
  }

  /** Remembers that a symbol was written; false when it had been. */
  public boolean markWritten(Symbol symbol) {
    boolean first = !state.has(symbol, State.WRITTEN);
    state.set(symbol, State.WRITTEN);
    return first;
  }

  /** Whether a symbol was marked as written. */
  public boolean markedWritten(Symbol symbol) {
    return state.has(symbol, State.WRITTEN);
  }

  public void forgetWritten() {
    for (Symbol symbol : tree.inTableOrder()) {
      state.clear(symbol, State.WRITTEN);
    }
  }

  /** Leaves a symbol out of the {@code .config} until it is computed again. */
  public void markUnwritten(Symbol symbol) {
    state.clear(symbol, State.WRITE);
  }

  // --- the computation ---

  /** Makes the value of a symbol be up to date. */
  public void compute(Symbol symbol) {
    if (state.has(symbol, State.VALID)) {
      return;
    }
    choices.beforeValue(symbol);
    state.set(symbol, State.VALID);
    int id = symbol.id();
    if (symbol.type() == SymbolType.UNKNOWN) {
      state.text[id] = symbol.name();
      state.logical[id] = Tristate.N;
      return;
    }
    state.clear(symbol, State.WRITE);
    computeVisibility(symbol);
    if (state.visible[id] != Tristate.N) {
      state.set(symbol, State.WRITE);
    }
    // A symbol that is met again while it is being computed has this value.
    state.logical[id] = Tristate.N;
    state.text[id] = emptyText(symbol.type());
    state.chosen[id] = null;
    if (symbol.type().logical()) {
      computeLogical(symbol);
    } else {
      computeText(symbol);
    }
    choices.afterValue(symbol);
    if (symbol.unwritten()) {
      state.clear(symbol, State.WRITE);
    }
  }

  private String emptyText(SymbolType type) {
    if (type.logical()) {
      return "n";
    }
    if (!tree.generation().numbersStartAtZero()) {
      return "";
    }
    return type == SymbolType.INT ? "0" : type == SymbolType.HEX ? "0x0" : "";
  }

  private void computeLogical(Symbol symbol) {
    int id = symbol.id();
    int value = choices.decides(symbol) ? choices.memberValue(symbol) : ownValue(symbol);
    if (value == Tristate.M && (state.type(symbol) == SymbolType.BOOL || impliedFully(symbol))) {
      value = Tristate.Y;
    }
    state.logical[id] = (byte) value;
    if (!choices.decides(symbol)) {
      adoptTransitional(symbol);
    }
    if (symbol.choice()) {
      choices.chooseMember(symbol);
    }
    if (symbol == tree.modules()) {
      state.modules = state.logical[id];
    }
  }

  /** Up to 5.6 an implied y makes m impossible. */
  private boolean impliedFully(Symbol symbol) {
    return state.weak[symbol.id()] == Tristate.Y && !tree.generation().impliesWithinDependencies();
  }

  private int ownValue(Symbol symbol) {
    int id = symbol.id();
    if (!tree.generation().directDependencies()) {
      return valueWithoutDependencies(symbol);
    }
    boolean byUser = state.visible[id] != Tristate.N && state.has(symbol, State.USER);
    int value =
        byUser ? Math.min(state.userLogical[id], state.visible[id]) : valueWithoutUser(symbol);
    if (tree.generation().has(Trait.SELECT_NEEDS_DEPENDENCIES)) {
      boolean refused = state.direct[id] == Tristate.N && state.reverse[id] != Tristate.N;
      return refused ? Tristate.N : Math.max(value, state.reverse[id]);
    }
    if (state.direct[id] < state.reverse[id]) {
      unmetDependencies.warn(symbol);
    }
    return Math.max(value, state.reverse[id]);
  }

  /** BusyBox: the visibility limits what the user and the defaults say, not their conditions. */
  private int valueWithoutDependencies(Symbol symbol) {
    int id = symbol.id();
    boolean open = Math.max(state.visible[id], state.reverse[id]) != Tristate.N;
    int value = Tristate.N;
    if (open && state.has(symbol, State.USER)) {
      value = state.userLogical[id];
    } else if (!symbol.choice()) {
      Property property = activeProperty(symbol, Property.Kind.DEFAULT);
      value = property == null ? Tristate.N : exprs.value(property.value());
    }
    return open ? Math.max(Math.min(value, state.visible[id]), state.reverse[id]) : value;
  }

  private int valueWithoutUser(Symbol symbol) {
    int id = symbol.id();
    if (state.reverse[id] != Tristate.N) {
      state.set(symbol, State.WRITE);
    }
    if (symbol.choice()) {
      return Tristate.N;
    }
    int value = Tristate.N;
    Property property = activeProperty(symbol, Property.Kind.DEFAULT);
    if (property != null) {
      value = Math.min(exprs.value(property.value()), state.propertyVisible[property.id()]);
      if (value != Tristate.N || tree.generation().has(Trait.DEFAULT_N_WRITTEN)) {
        state.set(symbol, State.WRITE);
      }
    }
    if (state.weak[id] != Tristate.N) {
      state.set(symbol, State.WRITE);
      value = Math.max(value, state.weak[id]);
      boolean within = tree.generation().impliesWithinDependencies();
      value = within ? Math.min(value, state.direct[id]) : value;
    }
    return value;
  }

  /**
   * The user value of a transitional symbol becomes that of the symbol whose default it is (6.18).
   */
  private void adoptTransitional(Symbol symbol) {
    if (!tree.generation().transitionalSymbols()
        || symbol.choice()
        || state.has(symbol, State.USER)) {
      return;
    }
    Property property = activeProperty(symbol, Property.Kind.DEFAULT);
    Symbol from = property == null ? null : property.valueSymbol();
    if (from != null && from.transitional() && state.has(from, State.USER)) {
      state.userLogical[symbol.id()] = state.logical[symbol.id()];
      state.userText[symbol.id()] = state.text[symbol.id()];
      state.set(symbol, State.USER);
    }
  }

  private void computeText(Symbol symbol) {
    int id = symbol.id();
    if (state.visible[id] != Tristate.N && state.has(symbol, State.USER)) {
      state.text[id] = state.userText[id];
    } else {
      Property property = activeProperty(symbol, Property.Kind.DEFAULT);
      Symbol from = property == null ? null : property.valueSymbol();
      if (from != null) {
        state.set(symbol, State.WRITE);
        compute(from);
        state.text[id] = state.text[from.id()];
        adoptTransitional(symbol);
      }
    }
    clampToRange(symbol);
  }

  /** A value outside the range becomes the bound's own text. */
  private void clampToRange(Symbol symbol) {
    Expr range = range(symbol);
    if (range == null) {
      return;
    }
    int radix = symbol.type() == SymbolType.INT ? 10 : 16;
    long value = number(symbol, radix);
    Symbol bound = range.leftSymbol();
    if (value >= bound(bound, radix)) {
      bound = range.rightSymbol();
      if (value <= bound(bound, radix)) {
        return;
      }
    }
    state.text[symbol.id()] =
        tree.generation().clampsToBoundText()
            ? state.text[bound.id()]
            : numberText(symbol.type(), bound(bound, radix));
  }

  /** Up to 6.6 the value that a range enforces is written anew. */
  private static String numberText(SymbolType type, long number) {
    return type == SymbolType.INT ? Long.toString(number) : "0x" + Long.toHexString(number);
  }

  /** The bounds that hold for an int or hex symbol at the moment, absent when there are none. */
  public @Nullable Expr range(Symbol symbol) {
    if (!symbol.type().numeric()) {
      return null;
    }
    Property property = activeProperty(symbol, Property.Kind.RANGE);
    return property == null ? null : property.value();
  }

  private long bound(Symbol bound, int radix) {
    compute(bound);
    return number(bound, radix);
  }

  private long number(Symbol symbol, int otherwise) {
    int radix =
        switch (symbol.type()) {
          case INT -> 10;
          case HEX -> 16;
          default -> otherwise;
        };
    return parse(Objects.requireNonNullElse(state.text[symbol.id()], ""), radix);
  }

  private static long parse(String text, int radix) {
    return new NumberReader(text, radix).signedValue();
  }

  /** Whether a number lies in the range that holds for the symbol at the moment. */
  public boolean withinRange(Symbol symbol, String text) {
    Expr range = range(symbol);
    if (range == null) {
      return true;
    }
    int radix = symbol.type() == SymbolType.INT ? 10 : 16;
    long value = parse(text, radix);
    return value >= bound(range.leftSymbol(), radix) && value <= bound(range.rightSymbol(), radix);
  }

  /** The first default or range whose condition is not n, absent when there is none. */
  public @Nullable Property activeProperty(Symbol symbol, Property.Kind kind) {
    List<Property> properties = symbol.properties();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      if (property.kind() == kind && applies(property)) {
        return property;
      }
    }
    return null;
  }

  boolean applies(Property property) {
    int visible = exprs.value(property.condition());
    state.propertyVisible[property.id()] = (byte) visible;
    return visible != Tristate.N;
  }

  /**
   * Computes what a symbol's prompts, dependencies, selects and implies allow (symbol.c:
   * sym_calc_visibility).
   */
  void computeVisibility(Symbol symbol) {
    int id = symbol.id();
    if (symbol.transitional()) {
      state.visible[id] = Tristate.Y;
      return;
    }
    int visible = promptVisibility(symbol);
    boolean boolOnly = symbol.type() != SymbolType.TRISTATE || state.modules == Tristate.N;
    state.visible[id] = (byte) (visible == Tristate.M && boolOnly ? Tristate.Y : visible);
    if (isMember(symbol)) {
      return;
    }
    state.direct[id] = promoted(symbol, exprs.value(symbol.directDependency()));
    state.reverse[id] = promoted(symbol, valueOrNo(symbol.reverseDependency()));
    boolean implied =
        state.direct[id] != Tristate.N || tree.generation().impliesWithinDependencies();
    int weak = implied ? valueOrNo(symbol.weakReverseDependency()) : Tristate.N;
    state.weak[id] = promoted(symbol, weak);
  }

  private boolean isMember(Symbol symbol) {
    return tree.generation().choicesByPriority() ? symbol.listedMember() : symbol.owner() != null;
  }

  private int promptVisibility(Symbol symbol) {
    int visible = Tristate.N;
    List<Property> properties = symbol.properties();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      if (property.visible()) {
        int prompt = choices.limitVisibility(symbol, exprs.value(property.condition()));
        state.propertyVisible[property.id()] = (byte) prompt;
        visible = Math.max(visible, prompt);
      }
    }
    return visible;
  }

  private int valueOrNo(@Nullable Expr expr) {
    return expr == null ? Tristate.N : exprs.value(expr);
  }

  /** m means y for a symbol that cannot be m. */
  private byte promoted(Symbol symbol, int value) {
    return (byte)
        (value == Tristate.M && state.type(symbol) == SymbolType.BOOL ? Tristate.Y : value);
  }

  // --- menus ---

  /**
   * Whether a node shows in a menu: its prompt is visible, or something below a symbol that is on
   * is. In 6.1 a symbol that shows only for what is below it counts as set by the user from then
   * on, as in conf.
   */
  public boolean menuVisible(MenuNode node) {
    Property prompt = node.prompt();
    if (prompt == null
        || node.visibility() != null && exprs.value(node.visibility()) == Tristate.N) {
      return false;
    }
    Symbol symbol = node.symbol();
    if (symbol != null) {
      compute(symbol);
    } else {
      state.propertyVisible[prompt.id()] = (byte) exprs.value(prompt.condition());
    }
    if (state.propertyVisible[prompt.id()] != Tristate.N) {
      return true;
    }
    return symbol != null
        && state.logical[symbol.id()] != Tristate.N
        && showsForChildren(node, symbol);
  }

  private boolean showsForChildren(MenuNode node, Symbol symbol) {
    for (MenuNode child = node.child(); child != null; child = child.next()) {
      if (menuVisible(child)) {
        if (!tree.generation().choicesByPriority() && !tree.generation().walksMenu()) {
          state.set(symbol, State.USER);
        }
        return true;
      }
    }
    return false;
  }
}
