package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;

/**
 * What Kconfiglib's all*config scripts set: every symbol, whatever it depends on, and every choice
 * to its highest mode. It has no randconfig.
 */
final class KconfiglibNewValues implements NewValues {
  private final Evaluation evaluation;

  KconfiglibNewValues(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Override
  public void set(Mode mode) {
    if (mode == Mode.DEFAULT) {
      return;
    }
    for (Symbol symbol : evaluation.tree().inTableOrder()) {
      if (symbol.choice() && symbol.type().logical()) {
        setChoice(mode, symbol);
      } else if (symbol.defined() && symbol.type().logical()) {
        setSymbol(mode, symbol);
      }
    }
    evaluation.invalidate();
  }

  private void setChoice(Mode mode, Symbol choice) {
    if (mode == Mode.YES || mode == Mode.MOD) {
      boolean full = mode == Mode.YES || choice.type() == SymbolType.BOOL;
      evaluation.setUserLogical(choice, full ? Tristate.Y : Tristate.M);
    }
  }

  private void setSymbol(Mode mode, Symbol symbol) {
    boolean bool = symbol.type() == SymbolType.BOOL;
    boolean member = symbol.owner() != null;
    switch (mode) {
      case NO -> setNo(symbol);
      case YES, MOD -> {
        // A choice in mode y takes its default; the members of others can all be m.
        if (!bool) {
          boolean full = mode == Mode.YES && !member;
          evaluation.setUserLogical(symbol, full ? Tristate.Y : Tristate.M);
        } else if (!member) {
          evaluation.setUserLogical(symbol, Tristate.Y);
        }
      }
      case DEFAULT, RANDOM -> {}
    }
  }

  private void setNo(Symbol symbol) {
    evaluation.setUserLogical(symbol, symbol.onInAllNo() ? Tristate.Y : Tristate.N);
    Symbol choice = symbol.owner();
    if (choice != null && symbol.onInAllNo()) {
      evaluation.choose(choice, symbol);
    }
  }
}
