package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a symbol has on one side, taken apart.
 *
 * @param visible up to which value the user can set it
 * @param selected below which value it cannot fall
 * @param implied the value that implies ask for
 * @param line the default that holds, absent when none does
 * @param standard the value that it has when the user says nothing
 * @param byUser whether the user said something that counts and is not {@code standard} anyway
 */
record Own(
    int visible,
    int selected,
    int implied,
    @Nullable Property line,
    String standard,
    boolean byUser) {

  static Own of(Side side, Symbol symbol) {
    Evaluation evaluation = side.evaluation();
    int visible = evaluation.visibility(symbol);
    Property line = evaluation.activeProperty(symbol, Property.Kind.DEFAULT);
    String standard =
        symbol.type().logical() ? logical(evaluation, symbol, line) : plain(evaluation, line);
    boolean counts = visible != Tristate.N && evaluation.hasUserValue(symbol);
    return new Own(
        visible,
        evaluation.reverseDependency(symbol),
        evaluation.weakReverseDependency(symbol),
        line,
        standard,
        counts && !standard.equals(evaluation.text(symbol)));
  }

  private static String logical(Evaluation evaluation, Symbol symbol, @Nullable Property line) {
    int value =
        Math.max(withImplies(evaluation, symbol, line), evaluation.reverseDependency(symbol));
    boolean promoted = value == Tristate.M && evaluation.type(symbol) == SymbolType.BOOL;
    return Tristate.text(promoted ? Tristate.Y : value);
  }

  private static int withImplies(Evaluation evaluation, Symbol symbol, @Nullable Property line) {
    int value =
        line == null
            ? Tristate.N
            : Math.min(evaluation.value(line.value()), evaluation.value(line.condition()));
    int implied = evaluation.weakReverseDependency(symbol);
    return implied == Tristate.N
        ? value
        : Math.min(Math.max(value, implied), evaluation.directDependency(symbol));
  }

  private static String plain(Evaluation evaluation, @Nullable Property line) {
    Symbol from = line == null ? null : line.valueSymbol();
    return from == null ? "" : Objects.requireNonNullElse(evaluation.plainText(from), "");
  }
}
