package dev.unprobed.kconfig.target;

import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/**
 * Up to 6.9: symbols in the order of the symbol table, choices after them. A random choice may make
 * others visible, so randconfig repeats the whole until nothing is new.
 */
final class TableOrderNewValues implements NewValues {
  /** Some choices, and OpenWrt's way to begin, keep conf at it for ever. */
  private static final int MOST_ROUNDS = 1000;

  private final Evaluation evaluation;
  private final List<Symbol> symbols;
  private final Probabilities probabilities;
  private final CRandom random;

  TableOrderNewValues(Evaluation evaluation, Probabilities probabilities, CRandom random) {
    this.evaluation = evaluation;
    this.symbols = evaluation.tree().inTableOrder();
    this.probabilities = probabilities;
    this.random = random;
  }

  @Override
  public void set(Mode mode) {
    if (mode != Mode.RANDOM) {
      setOnce(mode);
      return;
    }
    boolean again = true;
    for (int round = 0; again && round < MOST_ROUNDS; round++) {
      again = setOnce(mode);
    }
  }

  private boolean setOnce(Mode mode) {
    boolean changed = false;
    boolean fromConfig = evaluation.tree().generation().has(Trait.STARTS_FROM_CONFIG);
    if (fromConfig) {
      evaluation.invalidate();
    }
    for (Symbol symbol : symbols) {
      boolean open = !evaluation.hasUserValue(symbol) && !evaluation.valid(symbol);
      if (open && evaluation.type(symbol).logical()) {
        changed = true;
        setValue(mode, symbol);
      }
    }
    if (!fromConfig) {
      evaluation.invalidate();
    }
    if (mode != Mode.RANDOM) {
      markChoices();
    }
    return settleChoices(mode, changed);
  }

  private void setValue(Mode mode, Symbol symbol) {
    switch (mode) {
      case YES -> evaluation.setUserLogical(symbol, Tristate.Y);
      case MOD -> evaluation.setUserLogical(symbol, Tristate.M);
      case NO -> evaluation.setUserLogical(symbol, symbol.onInAllNo() ? Tristate.Y : Tristate.N);
      case RANDOM -> {
        int value = probabilities.draw(symbol.type(), random);
        if (symbol.choice()) {
          evaluation.replaceUserLogical(symbol, value);
        } else {
          evaluation.setUserLogical(symbol, value);
        }
      }
      case DEFAULT -> {}
    }
  }

  private void markChoices() {
    for (Symbol symbol : symbols) {
      if (symbol.choice() && !evaluation.hasUserValue(symbol) || symbol.owner() != null) {
        evaluation.setMembersFirst(symbol);
      }
    }
  }

  /** Up to 5.5 only what the last choice does counts. */
  private boolean settleChoices(Mode mode, boolean changedBefore) {
    boolean anyCounts = evaluation.tree().generation().randomizesUntilSettled();
    boolean changed = changedBefore;
    for (Symbol choice : symbols) {
      if (choice.choice() && !evaluation.hasUserValue(choice)) {
        evaluation.compute(choice);
        if (mode == Mode.RANDOM) {
          boolean before = changed && anyCounts;
          changed = pickMember(choice) || before;
        } else {
          evaluation.setAllMembers(choice);
          changed = true;
        }
      }
    }
    return changed;
  }

  /** In mode y just one member is on; any member can be drawn, visible or not. */
  private boolean pickMember(Symbol choice) {
    if (evaluation.logicalValue(choice) != Tristate.Y || choice.members().isEmpty()) {
      return false;
    }
    int wanted = random.next() % choice.members().size();
    for (int i = 0; i < choice.members().size(); i++) {
      Symbol member = choice.members().get(i);
      evaluation.setUserLogical(member, i == wanted ? Tristate.Y : Tristate.N);
      evaluation.invalidate(member);
    }
    evaluation.choose(choice, choice.members().get(wanted));
    evaluation.markUserValue(choice);
    evaluation.invalidate(choice);
    return true;
  }
}
