package dev.unprobed.kconfig.eval;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.NumberReader;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of ints, hexes and strings, and their ranges. */
final class TextValues {
  private final State state;
  private final Values values;

  TextValues(State state, Values values) {
    this.state = state;
    this.values = values;
  }

  /** What an int, hex or string holds before anything gave it a value. */
  String empty(SymbolType type) {
    if (!state.tree.generation().numbersStartAtZero()) {
      return "";
    }
    return type == SymbolType.INT ? "0" : type == SymbolType.HEX ? "0x0" : "";
  }

  /** Computes the value, after the visibility. */
  void compute(Symbol symbol) {
    int id = symbol.id();
    if (state.visible[id] != Tristate.N && state.has(symbol, State.USER)) {
      state.text[id] = state.userText[id];
    } else {
      Property property = values.visibility().activeProperty(symbol, Property.Kind.DEFAULT);
      Symbol from = property == null ? null : property.valueSymbol();
      if (from != null) {
        state.set(symbol, State.WRITE);
        values.compute(from);
        state.text[id] = state.text[from.id()];
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
        state.tree.generation().clampsToBoundText()
            ? state.text[bound.id()]
            : numberText(symbol.type(), bound(bound, radix));
  }

  /** Up to 6.6 the value that a range enforces is written anew. */
  private static String numberText(SymbolType type, long number) {
    return type == SymbolType.INT ? Long.toString(number) : "0x" + Long.toHexString(number);
  }

  /** The bounds that hold for an int or hex symbol at the moment, absent when there are none. */
  @Nullable Expr range(Symbol symbol) {
    if (!symbol.type().numeric()) {
      return null;
    }
    Property property = values.visibility().activeProperty(symbol, Property.Kind.RANGE);
    return property == null ? null : property.value();
  }

  private long bound(Symbol bound, int radix) {
    values.compute(bound);
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
  boolean withinRange(Symbol symbol, String text) {
    Expr range = range(symbol);
    if (range == null) {
      return true;
    }
    int radix = symbol.type() == SymbolType.INT ? 10 : 16;
    long value = parse(text, radix);
    return value >= bound(range.leftSymbol(), radix) && value <= bound(range.rightSymbol(), radix);
  }
}
