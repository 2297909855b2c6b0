package dev.unprobed.app.merge;

import dev.unprobed.kconfig.explain.Cause;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.explain.Obstacle;
import dev.unprobed.kconfig.explain.Outcome;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Finds out why requests were lost.
 *
 * @param explainer of the result
 * @param requests all of them, by the names of their symbols
 * @param elsewhere where files that were not read define symbols, by their names
 */
public record Losses(
    Explainer explainer, Map<String, Request> requests, Map<String, List<Location>> elsewhere) {
  /** The reason of one loss, and what would have helped. */
  public Loss of(Request request) {
    Symbol symbol = explainer.tree().find(request.name());
    if (symbol == null || !symbol.defined()) {
      List<Location> places = elsewhere.getOrDefault(request.name(), List.of());
      return new Loss.Unknown(request, places, explainer.similar(request.name().strip()));
    }
    String wanted = Survival.wanted(request, symbol);
    Outcome outcome = explainer.ask(symbol, wanted);
    List<Obstacle> obstacles = outcome.obstacles();
    if (obstacles.isEmpty()) {
      obstacles = List.of(outdone(explainer.why(symbol).cause()));
    }
    boolean helpWanted = !outcome.accepted() && !request.line().base();
    SequencedMap<Symbol, String> recipe =
        helpWanted ? explainer.recipe(symbol, wanted) : new LinkedHashMap<>();
    recipe.remove(symbol);
    return new Loss.Refused(
        request, symbol, outcome.before(), obstacles, blamed(obstacles), recipe);
  }

  private List<Request> blamed(List<Obstacle> obstacles) {
    return Blamed.by(obstacles).stream()
        .map(symbol -> requests.get(symbol.displayName()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The request would do as the last line, so that a later one must have outdone it. */
  private static Obstacle outdone(Cause cause) {
    return cause instanceof Cause.ByChoice choice
        ? new Obstacle.OtherMember(choice)
        : new Obstacle.Other(cause);
  }
}
