package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.dotconfig.ConfigReader;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Tries values out beside an evaluation: as if lines were taken out of its {@code .config}, put at
 * the end with other values, and the whole read again.
 */
final class Probe {
  private final Evaluation base;
  private final Evaluation evaluation;
  private final List<Symbol> impossibleNumbers;

  Probe(Evaluation base) {
    this.base = base;
    this.evaluation = new Evaluation(base.tree(), Messages.NONE);
    this.impossibleNumbers =
        base.tree().symbols().stream()
            .filter(symbol -> symbol.type().numeric() && base.userValueAside(symbol))
            .toList();
  }

  /** Where the values are tried out. */
  Evaluation evaluation() {
    return evaluation;
  }

  /** Asks for one value; what comes of it can be seen in {@link #evaluation}. */
  void ask(Symbol symbol, String wanted) {
    ask(new LinkedHashMap<>(Map.of(symbol, wanted)));
  }

  /** Asks for several values at once, in the order of the map. */
  void ask(SequencedMap<Symbol, String> wanted) {
    evaluation.adoptUserValues(base);
    ConfigReader reader = new ConfigReader(evaluation, "", false, Messages.NONE);
    wanted.forEach((symbol, value) -> {
      evaluation.withdraw(symbol);
      reader.readLine(symbol.displayName(), ConfigText.written(symbol, value));
    });
    evaluation.compute(base.tree().modules());
    if (base.tree().generation().forgetsNumbersOutOfRange()) {
      impossibleNumbers.forEach(this::forgetWhatCannotBe);
      wanted.keySet().forEach(this::forgetWhatCannotBe);
    }
  }

  /** Up to 6.7 a number out of range is forgotten. */
  private void forgetWhatCannotBe(Symbol symbol) {
    if (!symbol.type().numeric() || !evaluation.hasUserValue(symbol)) {
      return;
    }
    String value = Objects.requireNonNullElse(evaluation.userText(symbol), "");
    if (!evaluation.withinRange(symbol, value)) {
      evaluation.forgetUserValue(symbol);
      evaluation.invalidate();
    }
  }
}
