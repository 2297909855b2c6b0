package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Everything that looks at one evaluation. */
final class Desk {
  private final Evaluation evaluation;
  private final Clauses clauses;
  private final OwnReasons own;
  private final Reasons reasons;
  private final Obstacles obstacles;

  Desk(Evaluation evaluation, Selectors selectors, Origins origins) {
    this.evaluation = evaluation;
    Values values = new Values(evaluation);
    clauses = new Clauses(values);
    own = new OwnReasons(values, clauses, origins);
    reasons = new Reasons(values, own, new Links(values, clauses, selectors));
    obstacles = new Obstacles(values, reasons, own);
  }

  List<Obstacle> obstacles(Symbol symbol, String wanted) {
    return obstacles.of(symbol, wanted);
  }

  /** What keeps each prompt from being visible up to a value; empty when one is. */
  List<Gate> prompts(Symbol symbol, int wanted) {
    return own.prompts(symbol, wanted);
  }

  /** Different ways to keep a default or select from giving more than a value. */
  List<Need> lowering(Property line, int bound) {
    return clauses.lowering(line, bound);
  }

  Explanation explanation(Symbol symbol) {
    return new Explanation(
        symbol,
        evaluation.text(symbol),
        evaluation.visibility(symbol),
        evaluation.directDependency(symbol),
        symbol.definitions().stream().map(this::definition).toList(),
        reasons.cause(symbol),
        reasons.promotion(symbol),
        ignored(symbol),
        own.prompts(symbol, Tristate.Y),
        reasons.links().selects(symbol),
        reasons.links().implies(symbol));
  }

  private Definition definition(MenuNode node) {
    String prompt = node.prompt() == null ? "" : node.prompt().prompt();
    return new Definition(node.location(), prompt, clauses.of(node));
  }

  private Optional<String> ignored(Symbol symbol) {
    if (!evaluation.hasUserValue(symbol)
        || evaluation.visibility(symbol) != Tristate.N
        || symbol.choice()) {
      return Optional.empty();
    }
    String wanted =
        symbol.type().logical()
            ? Tristate.text(evaluation.userLogical(symbol))
            : Objects.requireNonNullElse(evaluation.userText(symbol), "");
    boolean same = wanted.equals(evaluation.text(symbol));
    return same ? Optional.empty() : Optional.of(wanted);
  }
}
