package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a member of a choice is on or off. */
record MemberReasons(Evaluation evaluation) {
  /** Whether the choice decides over the symbol, instead of user value and defaults. */
  boolean decides(Symbol symbol) {
    if (symbol.owner() == null) {
      return false;
    }
    boolean byPriority = evaluation.tree().generation().choicesByPriority();
    int visibility = evaluation.visibility(symbol);
    return byPriority ? visibility != Tristate.N : visibility == Tristate.Y;
  }

  Cause cause(Symbol member) {
    Symbol choice = Objects.requireNonNull(member.owner());
    Symbol winner = evaluation.chosen(choice);
    return new Cause.ByChoice(choice, Optional.ofNullable(winner), pick(choice, winner));
  }

  Cause.Pick pick(Symbol choice, @Nullable Symbol winner) {
    if (winner == null) {
      return Cause.Pick.NONE;
    }
    if (evaluation.hasUserValue(winner) && evaluation.userLogical(winner) == Tristate.Y) {
      return Cause.Pick.USER;
    }
    return namedByDefault(choice, winner) ? Cause.Pick.DEFAULT : Cause.Pick.FIRST;
  }

  private boolean namedByDefault(Symbol choice, Symbol winner) {
    return evaluation.defaultMember(choice) == winner
        && choice.properties().stream()
            .filter(property -> property.kind() == Property.Kind.DEFAULT)
            .filter(property -> property.valueSymbol() == winner)
            .anyMatch(property -> evaluation.value(property.condition()) != Tristate.N);
  }
}
