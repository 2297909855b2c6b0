package dev.unprobed.app.report;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.tree.Symbol;

/** The same configuration with one symbol switched off. */
final class Without {
  private Without() {}

  static Evaluation of(Symbol symbol, Evaluation base) {
    Evaluation without = new Evaluation(base.tree(), Messages.NONE);
    without.adoptUserValues(base);
    without.withdraw(symbol);
    without.setUserLogical(symbol, Tristate.N);
    without.invalidate();
    for (Symbol any : base.tree().symbols()) {
      without.compute(any);
    }
    return without;
  }
}
