package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;

/**
 * What savedefconfig takes for the default of a symbol (symbol.c: sym_get_string_default). Unlike
 * the evaluator it knows no ranges and does not limit an implied value by the dependencies.
 */
final class Defaults {
  private final Evaluation evaluation;
  private final boolean kconfiglib;

  Defaults(Evaluation evaluation) {
    this.evaluation = evaluation;
    kconfiglib = evaluation.tree().generation().has(Trait.KCONFIGLIB_VALUES);
  }

  /** Kconfiglib promotes m last of all. */
  private int withSelectors(Symbol symbol, int own) {
    int floor = evaluation.currentReverseDependency(symbol);
    int value = Math.max(Math.max(own, floor), evaluation.currentWeakReverseDependency(symbol));
    boolean bool = evaluation.type(symbol) == SymbolType.BOOL;
    return value == Tristate.M && bool ? Tristate.Y : value;
  }

  String text(Symbol symbol) {
    evaluation.recomputeVisibility(symbol);
    evaluation.compute(evaluation.tree().modules());
    Property property = evaluation.activeProperty(symbol, Property.Kind.DEFAULT);
    return symbol.type().logical()
        ? Tristate.text(logical(symbol, property))
        : plain(symbol, property);
  }

  private String plain(Symbol symbol, @org.jspecify.annotations.Nullable Property property) {
    Symbol from = property == null ? null : property.valueSymbol();
    String text =
        from == null ? "" : kconfiglib ? evaluation.text(from) : evaluation.plainText(from);
    if (!text.isEmpty() || !evaluation.tree().generation().numbersStartAtZero()) {
      return text;
    }
    return symbol.type() == SymbolType.INT ? "0" : symbol.type() == SymbolType.HEX ? "0x0" : "";
  }

  private int logical(Symbol symbol, @org.jspecify.annotations.Nullable Property property) {
    int value = Tristate.N;
    if (property != null) {
      value = Math.min(evaluation.value(property.value()), evaluation.value(property.condition()));
    }
    boolean member = evaluation.isChoiceMember(symbol);
    if (kconfiglib) {
      return member ? Tristate.N : withSelectors(symbol, value);
    }
    value = Math.max(value, evaluation.currentReverseDependency(symbol));
    boolean withoutModules = evaluation.logicalValue(evaluation.tree().modules()) == Tristate.N;
    if (value == Tristate.M && (!member && withoutModules || symbol.type() == SymbolType.BOOL)) {
      value = Tristate.Y;
    }
    return Math.max(value, evaluation.currentWeakReverseDependency(symbol));
  }
}
