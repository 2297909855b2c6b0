package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import java.util.List;
import java.util.stream.Collectors;

/** Obstacles and causes in a few words, for tables. */
final class Brief {
  private Brief() {}

  static String of(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.NotDefined _ -> "not defined";
      case Obstacle.NotAValue no -> "not a value of type " + no.type().text();
      case Obstacle.BoolNotModule _ -> "bool";
      case Obstacle.NoModules none -> none.modules().displayName() + " is n";
      case Obstacle.NoPrompt none ->
          none.lines().isEmpty() ? "no prompt, " + of(none.current()) : "no prompt";
      case Obstacle.Hidden hidden -> "needs " + needs(hidden.prompts());
      case Obstacle.OnlyModule module -> "m at most, needs y of " + needs(module.prompts());
      case Obstacle.Selected selected -> "selected by " + selectors(selected.selects());
      case Obstacle.SetOtherwise other -> of(other.cause());
      case Obstacle.OtherMember other -> of(other.cause());
      case Obstacle.NeededMember _ -> "the member of its choice";
      case Obstacle.SingleMember _ -> "one member of a choice";
      case Obstacle.OutOfRange range -> "range " + range.low() + " to " + range.high();
      case Obstacle.Other other -> of(other.cause());
    };
  }

  static String of(Cause cause) {
    return switch (cause) {
      case Cause.ByUser user ->
          user.limits().isEmpty()
              ? "configuration"
              : "configuration, limited by " + needs(user.limits());
      case Cause.ByDefault value ->
          "default " + value.value() + value.condition().map(c -> " if " + c).orElse("");
      case Cause.BySelect select ->
          "selected by "
              + select.chain().stream().map(CauseText::shown).collect(Collectors.joining(" by "));
      case Cause.ByImply imply -> "implied by " + CauseText.shown(imply.link());
      case Cause.ByChoice choice ->
          choice.winner().map(w -> "choice has " + Values.name(w)).orElse("choice has no member");
      case Cause.ByRange range -> "range " + range.line().value();
      case Cause.ByVisibility _ -> "visible choice";
      case Cause.Unset _ -> "no default";
      case Cause.Undefined _ -> "not defined";
    };
  }

  /** The needs of the prompt that needs least. */
  private static String needs(List<Gate> gates) {
    return gates.stream()
        .map(gate -> gate.blockers().stream().map(Blocker::need).toList())
        .min(java.util.Comparator.comparingInt(List::size))
        .map(needs -> NeedText.of(needs.size() == 1 ? needs.getFirst() : new Need.All(needs)))
        .orElse("");
  }

  private static String selectors(List<Link> links) {
    String first = CauseText.shown(links.getFirst());
    Link strongest = links.getFirst();
    boolean weaker = strongest.strength() == Tristate.M && strongest.value().equals("y");
    String at = weaker ? " at m" : "";
    return links.size() == 1 ? first + at : first + at + " and " + (links.size() - 1) + " more";
  }
}
