package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Objects;

/**
 * Settles what comes of user values that were just read: computes everything in conf's order and,
 * up to 6.10, drops the user values that cannot be (confdata.c: conf_read, after conf_read_simple).
 *
 * <p>What depends on a dropped number keeps the value that it had before, as in conf.
 */
public final class Settlement {
  private final Evaluation evaluation;
  private final boolean walksMenu;
  private final boolean forgetsNumbers;

  /**
   * @param evaluation with user values, of which nothing has been computed but MODULES
   */
  public Settlement(Evaluation evaluation) {
    this.evaluation = evaluation;
    walksMenu = evaluation.tree().generation().walksMenu();
    forgetsNumbers = evaluation.tree().generation().forgetsNumbersOutOfRange();
  }

  /** Computes and drops; true when some value is not what the user said. */
  public boolean settle() {
    boolean differs = compareWithValues();
    if (!evaluation.tree().generation().choicesByPriority()) {
      differs |= dropWhatCannotBe(differs);
      if (walksMenu) {
        evaluation.tree().inTableOrder().stream().filter(Symbol::choice).forEach(this::renew);
      }
    }
    return differs;
  }

  private boolean compareWithValues() {
    boolean differs = false;
    for (Symbol symbol : evaluation.tree().inTableOrder()) {
      evaluation.compute(symbol);
      if (symbol.choice() || symbol.unwritten()) {
        continue;
      }
      boolean byUser = evaluation.hasUserValue(symbol);
      boolean written = evaluation.written(symbol);
      differs |= byUser && written ? !asTheUserSaid(symbol) : byUser || written;
    }
    return differs;
  }

  private boolean asTheUserSaid(Symbol symbol) {
    return symbol.type().logical()
        ? evaluation.userLogical(symbol) == evaluation.logicalValue(symbol)
        : Objects.equals(evaluation.userText(symbol), evaluation.currentText(symbol));
  }

  /**
   * 6.1: values out of range are forgotten, and those of invisible symbols when the file is
   * otherwise up to date.
   */
  private boolean dropWhatCannotBe(boolean differsBefore) {
    boolean differs = differsBefore;
    for (Symbol symbol : evaluation.tree().inTableOrder()) {
      if (!evaluation.hasUserValue(symbol) || symbol.owner() != null) {
        continue;
      }
      if (evaluation.currentVisibility(symbol) == Tristate.N && (walksMenu || !differs)) {
        evaluation.setUserValueAside(symbol);
      }
      if (symbol.type().numeric() && !possible(symbol)) {
        evaluation.invalidate(symbol);
        if (forgetsNumbers) {
          evaluation.setUserValueAside(symbol);
        }
        differs = true;
      }
    }
    return differs;
  }

  /** Whether a number can stay: only one that cannot makes the order of the symbols count. */
  public boolean possible(Symbol number) {
    String text = Objects.requireNonNullElse(evaluation.userText(number), "");
    return Numbers.valid(number.type(), text) && evaluation.withinRange(number, text);
  }

  /** 2.6.17: a choice is as new as any of its members. */
  private void renew(Symbol choice) {
    for (Symbol member : choice.members()) {
      boolean visible = evaluation.currentVisibility(member) != Tristate.N;
      if (visible && !evaluation.hasUserValue(member)) {
        evaluation.forgetUserValue(choice);
      }
    }
  }
}
