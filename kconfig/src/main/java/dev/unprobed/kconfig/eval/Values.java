package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;

/**
 * Gives each symbol its value when it is first needed (symbol.c: sym_calc_value): wires what
 * decides about the values of one {@link State} together.
 */
final class Values {
  private final State state;
  private final ExprValues exprs;
  private final Visibility visibility;
  private final ChoiceRules choices;
  private final LogicalValues logicals;
  private final TextValues texts;
  private final UnmetDependencies unmetDependencies;

  Values(State state, Messages messages) {
    this.state = state;
    exprs = new ExprValues(state, this);
    boolean byPriority = state.tree.generation().choicesByPriority();
    choices = byPriority ? new PriorityChoices(state, this) : new ModeChoices(state, this);
    visibility = new Visibility(state, exprs, choices);
    unmetDependencies = new UnmetDependencies(state, exprs, messages);
    logicals = new LogicalValues(state, this);
    texts = new TextValues(state, this);
  }

  ExprValues exprs() {
    return exprs;
  }

  Visibility visibility() {
    return visibility;
  }

  ChoiceRules choices() {
    return choices;
  }

  TextValues texts() {
    return texts;
  }

  UnmetDependencies unmetDependencies() {
    return unmetDependencies;
  }

  /** The value of a bool or tristate, 0 for every other symbol. */
  int logical(Symbol symbol) {
    compute(symbol);
    return state.logical[symbol.id()];
  }

  /** Makes the value of a symbol be up to date. */
  void compute(Symbol symbol) {
    if (state.has(symbol, State.VALID)) {
      return;
    }
    choices.beforeValue(symbol);
    state.set(symbol, State.VALID);
    int id = symbol.id();
    boolean mode = symbol.choice() && state.tree.generation().choicesDecideAll();
    if (symbol.type() == SymbolType.UNKNOWN && !mode) {
      state.text[id] = symbol.name();
      state.logical[id] = Tristate.N;
      return;
    }
    state.clear(symbol, State.WRITE);
    visibility.compute(symbol);
    if (state.visible[id] != Tristate.N) {
      state.set(symbol, State.WRITE);
    }
    // A symbol that is met again while it is being computed has this value.
    state.logical[id] = Tristate.N;
    state.text[id] = symbol.type().logical() ? "n" : texts.empty(symbol.type());
    state.chosen[id] = null;
    if (symbol.type().logical() || mode) {
      logicals.compute(symbol);
    } else {
      texts.compute(symbol);
    }
    choices.afterValue(symbol);
    // Kconfiglib forgets bools and tristates here.
    boolean forgotten =
        symbol.type().logical() && state.tree.generation().has(Trait.KCONFIGLIB_VALUES);
    if (symbol.unwritten() && !forgotten) {
      state.clear(symbol, State.WRITE);
    }
  }

  /**
   * The user value of a transitional symbol becomes that of the symbol whose default it is (6.18).
   */
  void adoptTransitional(Symbol symbol) {
    if (!state.tree.generation().transitionalSymbols()
        || symbol.choice()
        || state.has(symbol, State.USER)) {
      return;
    }
    Property property = visibility.activeProperty(symbol, Property.Kind.DEFAULT);
    Symbol from = property == null ? null : property.valueSymbol();
    if (from != null && from.transitional() && state.has(from, State.USER)) {
      state.userLogical[symbol.id()] = state.logical[symbol.id()];
      state.userText[symbol.id()] = state.text[symbol.id()];
      state.set(symbol, State.USER);
    }
  }
}
