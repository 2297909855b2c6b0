package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Objects;
import java.util.Optional;

/** Why a member of a choice is on or off. */
record MemberReasons(Evaluation evaluation, Origins origins) {
  /** Whether the choice decides over the symbol, instead of user value and defaults. */
  boolean decides(Symbol symbol) {
    if (symbol.owner() == null) {
      return false;
    }
    boolean byPriority = evaluation.tree().generation().choicesByPriority();
    int visibility = evaluation.visibility(symbol);
    return byPriority ? visibility != Tristate.N : visibility == Tristate.Y;
  }

  Cause.ByChoice cause(Symbol member) {
    Symbol choice = Objects.requireNonNull(member.owner());
    Symbol winner = evaluation.chosen(choice);
    return winner == null
        ? new Cause.ByChoice(choice, Optional.empty(), Cause.Pick.NONE, Optional.empty())
        : cause(choice, winner);
  }

  private Cause.ByChoice cause(Symbol choice, Symbol winner) {
    Optional<Symbol> member = Optional.of(winner);
    if (evaluation.hasUserValue(winner) && evaluation.userLogical(winner) == Tristate.Y) {
      Optional<Location> line = Optional.ofNullable(origins.of(winner));
      return new Cause.ByChoice(choice, member, Cause.Pick.USER, line);
    }
    Optional<Location> line = defaultLine(choice, winner).map(Property::location);
    Cause.Pick pick = line.isPresent() ? Cause.Pick.DEFAULT : Cause.Pick.FIRST;
    return new Cause.ByChoice(choice, member, pick, line);
  }

  /** The default of the choice that names the member, if that is what made it the winner. */
  private Optional<Property> defaultLine(Symbol choice, Symbol winner) {
    return evaluation.defaultMember(choice) != winner
        ? Optional.empty()
        : choice.properties().stream()
            .filter(property -> property.kind() == Property.Kind.DEFAULT)
            .filter(property -> property.valueSymbol() == winner)
            .filter(property -> evaluation.value(property.condition()) != Tristate.N)
            .findFirst();
  }
}
