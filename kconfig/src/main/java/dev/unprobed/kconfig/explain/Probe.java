package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.dotconfig.ConfigReader;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Map;
import java.util.Objects;

/**
 * Tries values out beside an evaluation: as if lines were taken out of its {@code .config}, put at
 * the end with other values, and the whole read again.
 */
final class Probe {
  private final Evaluation base;
  private final Evaluation evaluation;

  Probe(Evaluation base) {
    this.base = base;
    this.evaluation = new Evaluation(base.tree(), Messages.NONE);
  }

  /** Where the values are tried out. */
  Evaluation evaluation() {
    return evaluation;
  }

  /** Asks for one value; what comes of it can be seen in {@link #evaluation}. */
  void ask(Symbol symbol, String wanted) {
    ask(Map.of(symbol, wanted));
  }

  /** Asks for several values at once, in the order of the map. */
  void ask(Map<Symbol, String> wanted) {
    evaluation.adoptUserValues(base);
    ConfigReader reader = new ConfigReader(evaluation, "", false, Messages.NONE);
    wanted.forEach(
        (symbol, value) -> {
          if (Numbers.valid(symbol.type(), value) && symbol.name() != null) {
            evaluation.withdraw(symbol);
            reader.readLine(symbol.name(), ConfigText.written(symbol, value));
          }
        });
    evaluation.invalidate();
    if (base.tree().generation() == Generation.LINUX_6_1) {
      wanted.keySet().forEach(this::forgetWhatCannotBe);
    }
  }

  /** 6.1 forgets a number that is out of range. */
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
