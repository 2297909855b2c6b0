package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;

/** The values of bools, tristates and the choices that have one. */
final class LogicalValues {
  private final State state;
  private final Values values;
  private final Generation generation;

  LogicalValues(State state, Values values) {
    this.state = state;
    this.values = values;
    this.generation = state.tree.generation();
  }

  /** Computes the value, after the visibility. */
  void compute(Symbol symbol) {
    int id = symbol.id();
    int value =
        values.choices().decides(symbol) ? values.choices().memberValue(symbol) : ownValue(symbol);
    if (value == Tristate.M
        && (state.type(symbol) == SymbolType.BOOL || values.visibility().impliedFully(symbol))) {
      value = Tristate.Y;
    }
    state.logical[id] = (byte) value;
    if (!values.choices().decides(symbol)) {
      values.adoptTransitional(symbol);
    }
    if (symbol.choice()) {
      values.choices().chooseMember(symbol);
    }
    if (symbol == state.tree.modules()) {
      state.modules = state.logical[id];
    }
  }

  private int ownValue(Symbol symbol) {
    int id = symbol.id();
    if (!generation.directDependencies()) {
      return valueWithoutDependencies(symbol);
    }
    boolean byUser = state.visible[id] != Tristate.N && state.has(symbol, State.USER);
    int value =
        byUser ? Math.min(state.userLogical[id], state.visible[id]) : valueWithoutUser(symbol);
    if (generation.has(Trait.SELECT_NEEDS_DEPENDENCIES)) {
      boolean refused = state.direct[id] == Tristate.N && state.reverse[id] != Tristate.N;
      return refused ? Tristate.N : Math.max(value, state.reverse[id]);
    }
    if (state.direct[id] < state.reverse[id] && !generation.has(Trait.KCONFIGLIB_VALUES)) {
      values.unmetDependencies().warn(symbol);
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
      Property property = values.visibility().activeProperty(symbol, Property.Kind.DEFAULT);
      value = property == null ? Tristate.N : values.exprs().value(property.value());
    }
    return open ? Math.max(Math.min(value, state.visible[id]), state.reverse[id]) : value;
  }

  /** Kconfiglib knows an implied y also where it does not count: it still makes m impossible. */
  private boolean impliesCount(int id) {
    return !generation.has(Trait.KCONFIGLIB_VALUES) || state.direct[id] != Tristate.N;
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
    Property property = values.visibility().activeProperty(symbol, Property.Kind.DEFAULT);
    if (property != null) {
      value =
          Math.min(values.exprs().value(property.value()), state.propertyVisible[property.id()]);
      if (value != Tristate.N || generation.has(Trait.DEFAULT_N_WRITTEN)) {
        state.set(symbol, State.WRITE);
      }
    }
    if (state.weak[id] != Tristate.N && impliesCount(id)) {
      state.set(symbol, State.WRITE);
      value = Math.max(value, state.weak[id]);
      boolean within = generation.impliesWithinDependencies();
      value = within ? Math.min(value, state.direct[id]) : value;
    }
    return value;
  }
}
