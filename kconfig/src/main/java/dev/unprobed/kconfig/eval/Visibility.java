package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the prompts, dependencies, selects and implies of a symbol allow. */
final class Visibility {
  private final State state;
  private final ExprValues exprs;
  private final ChoiceRules choices;
  private final Generation generation;

  Visibility(State state, ExprValues exprs, ChoiceRules choices) {
    this.state = state;
    this.exprs = exprs;
    this.choices = choices;
    this.generation = state.tree.generation();
  }

  /**
   * Computes what a symbol's prompts, dependencies, selects and implies allow (symbol.c:
   * sym_calc_visibility).
   */
  void compute(Symbol symbol) {
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
        state.direct[id] != Tristate.N
            || generation.impliesWithinDependencies()
            || generation.has(Trait.KCONFIGLIB_VALUES);
    int weak = implied ? valueOrNo(symbol.weakReverseDependency()) : Tristate.N;
    state.weak[id] = promoted(symbol, weak);
  }

  /** Whether a choice decides over the symbol. */
  boolean isMember(Symbol symbol) {
    return generation.choicesByPriority() ? symbol.listedMember() : symbol.owner() != null;
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

  /** Up to 5.6 an implied y makes m impossible. */
  boolean impliedFully(Symbol symbol) {
    return state.weak[symbol.id()] == Tristate.Y && !generation.impliesWithinDependencies();
  }

  /** The first default or range whose condition is not n, absent when there is none. */
  @Nullable Property activeProperty(Symbol symbol, Property.Kind kind) {
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
}
