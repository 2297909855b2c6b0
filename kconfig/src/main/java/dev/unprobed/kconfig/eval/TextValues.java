package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of ints, hexes and strings, and their ranges. */
public final class TextValues {
  private final State state;
  private final Values values;
  private final boolean python;

  TextValues(State state, Values values) {
    this.state = state;
    this.values = values;
    python = state.tree.generation().has(Trait.KCONFIGLIB_VALUES);
  }

  /** What an int, hex or string holds before anything gave it a value. */
  String empty(SymbolType type) {
    return empty(state.tree.generation(), type);
  }

  /** What an int, hex or string of a generation holds before anything gave it a value. */
  public static String empty(Generation generation, SymbolType type) {
    if (!generation.numbersStartAtZero()) {
      return "";
    }
    return type == SymbolType.INT ? "0" : type == SymbolType.HEX ? "0x0" : "";
  }

  /** Computes the value, after the visibility. */
  void compute(Symbol symbol) {
    int id = symbol.id();
    if (state.visible[id] != Tristate.N && state.has(symbol, State.USER) && userCounts(symbol)) {
      state.text[id] = state.userText[id];
    } else {
      Property property = values.visibility().activeProperty(symbol, Property.Kind.DEFAULT);
      Symbol from = property == null ? null : property.valueSymbol();
      if (from != null) {
        state.set(symbol, State.WRITE);
        values.compute(from);
        state.text[id] = python ? state.valueText(from) : state.text[from.id()];
        values.adoptTransitional(symbol);
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
    String text = Objects.requireNonNullElse(state.text[symbol.id()], "");
    state.text[symbol.id()] =
        python
            ? bounds(range).clampPythonNumber(symbol.type(), text)
            : bounds(range).clamp(state.tree.generation(), symbol.type(), text);
  }

  /** Kconfiglib takes the default where the user's number is empty or out of range. */
  private boolean userCounts(Symbol symbol) {
    if (!python || !symbol.type().numeric()) {
      return true;
    }
    String text = Objects.requireNonNullElse(state.userText[symbol.id()], "");
    return !text.isEmpty() && withinRange(symbol, text);
  }

  /** The bounds that hold for an int or hex symbol at the moment, absent when there are none. */
  @Nullable Expr range(Symbol symbol) {
    if (!symbol.type().numeric()) {
      return null;
    }
    Property property = values.visibility().activeProperty(symbol, Property.Kind.RANGE);
    return property == null ? null : property.value();
  }

  private RangeBounds bounds(Expr range) {
    return new RangeBounds(() -> bound(range.leftSymbol()), () -> bound(range.rightSymbol()));
  }

  private RangeBounds.Bound bound(Symbol bound) {
    values.compute(bound);
    String value = python ? state.valueText(bound) : state.text[bound.id()];
    String text = Objects.requireNonNullElse(value, "");
    return new RangeBounds.Bound(bound.type(), text);
  }

  /** Whether a number lies in the range that holds for the symbol at the moment. */
  boolean withinRange(Symbol symbol, String text) {
    Expr range = range(symbol);
    if (range == null) {
      return true;
    }
    return python
        ? bounds(range).containPythonNumber(symbol.type(), text)
        : bounds(range).contain(symbol.type(), text);
  }
}
