package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.SequencedMap;

/**
 * Answers for people: readable text, each line with a newline at its end.
 *
 * @param width the number of columns, such as 80
 */
public record ExplanationText(int width) {
  private static final int MOST_SELECTS = 6;

  /** Value, prompt, places, cause, and the lines that it depends on. */
  public String of(Explanation explanation) {
    Page page = new Page(width);
    head(page, explanation);
    if (!explanation.symbol().defined()) {
      return page.toString();
    }
    page.blank();
    cause(page, explanation);
    alsoSelected(page, explanation);
    prompt(page, explanation);
    dependencies(page, explanation);
    return page.toString();
  }

  /** What became of a wish, and why. */
  public String of(Outcome outcome) {
    Page page = new Page(width);
    String assignment = Values.name(outcome.symbol()) + "=" + outcome.wanted();
    page.line(
        0,
        switch (outcome.verdict()) {
          case ACCEPTED ->
              outcome.before().equals(outcome.wanted())
                  ? assignment + " holds."
                  : assignment + " can be set. It is " + shown(outcome.before()) + " now.";
          case CLAMPED -> assignment + " cannot be: it becomes " + shown(outcome.after()) + ".";
          case DROPPED -> assignment + " cannot be: it stays " + shown(outcome.after()) + ".";
        });
    if (!outcome.obstacles().isEmpty()) {
      page.blank();
      obstacles(page, 2, outcome.symbol(), outcome.obstacles());
    }
    return page.toString();
  }

  /** What becomes of each of several wishes, a line each. */
  public String of(List<Outcome> outcomes) {
    Page page = new Page(width);
    page.line(0, "Asked for:");
    for (Outcome outcome : outcomes) {
      page.line(2, outcome.wanted() + "  " + became(outcome));
    }
    return page.toString();
  }

  private static String became(Outcome outcome) {
    return switch (outcome.verdict()) {
      case ACCEPTED -> outcome.before().equals(outcome.wanted()) ? "it is" : "can be set";
      case CLAMPED -> "becomes " + shown(outcome.after()) + ": " + reason(outcome);
      case DROPPED -> "stays " + shown(outcome.after()) + ": " + reason(outcome);
    };
  }

  private static String reason(Outcome outcome) {
    return Brief.of(outcome.obstacles().getFirst());
  }

  /** What stops a symbol, indented to stand below a line of one's own. */
  public String of(Symbol symbol, List<Obstacle> obstacles, int indent) {
    Page page = new Page(width);
    obstacles(page, indent, symbol, obstacles);
    return page.toString();
  }

  /** The cause in a few words, for a table: {@code selected by ARCH_EXYNOS [=y]}. */
  public static String brief(Cause cause) {
    return ByteText.readable(Brief.of(cause));
  }

  /** The first obstacle in a few words, for a table: {@code needs COMPILE_TEST [=n]}. */
  public static String brief(List<Obstacle> obstacles) {
    return obstacles.isEmpty() ? "" : ByteText.readable(Brief.of(obstacles.getFirst()));
  }

  /** What to set, as lines of a configuration. */
  public String of(SequencedMap<Symbol, String> recipe, String prefix) {
    Page page = new Page(width);
    page.line(0, "This would do, tried out:");
    page.blank();
    recipe.forEach((symbol, value) -> page.line(2, assignment(prefix, symbol, value)));
    return page.toString();
  }

  /** The line of a configuration that gives a symbol a value, a byte string. */
  public static String assignment(String prefix, Symbol symbol, String value) {
    return symbol.type().logical() && value.equals("n")
        ? "# " + prefix + symbol.displayName() + " is not set"
        : prefix + symbol.displayName() + "=" + ConfigText.written(symbol, value);
  }

  private static String shown(String value) {
    return value.isEmpty() ? "empty" : value;
  }

  private static void obstacles(Page page, int indent, Symbol symbol, List<Obstacle> obstacles) {
    ObstacleText text = new ObstacleText(page);
    obstacles.forEach(obstacle -> text.add(indent, symbol, obstacle));
  }

  private static void head(Page page, Explanation explanation) {
    Symbol symbol = explanation.symbol();
    if (!symbol.defined()) {
      page.line(0, Values.name(symbol) + " is not defined, so it counts as n");
      return;
    }
    page.line(0, Values.name(symbol) + " is " + shown(explanation.value()));
    for (Definition definition : explanation.definitions()) {
      String prompt = definition.prompt().isEmpty() ? "" : " \"" + definition.prompt() + "\"";
      String promptless = definition.prompt().isEmpty() ? ", no prompt" : "";
      page.line(2, symbol.type().text() + prompt + promptless, definition.location());
    }
  }

  private static void cause(Page page, Explanation explanation) {
    page.line(0, "Why " + shown(explanation.value()) + ":");
    new CauseText(page).add(2, explanation.symbol(), explanation.cause());
    explanation
        .promotion()
        .ifPresent(promotion ->
            page.line(
                2,
                switch (promotion) {
                  case BOOL -> "m counts as y, because it is a bool";
                  case NO_MODULES -> "m counts as y, because nothing can be a module";
                }));
    explanation
        .ignored()
        .ifPresent(wanted ->
            page.line(
                2,
                "the configuration says "
                    + wanted
                    + ", which does not count: "
                    + (explanation.hasPrompt() ? "the prompt is hidden" : "there is no prompt")));
  }

  private static void alsoSelected(Page page, Explanation explanation) {
    List<Link> selects = explanation.selects();
    if (selects.isEmpty() || explanation.cause() instanceof Cause.BySelect && selects.size() == 1) {
      return;
    }
    page.blank();
    String floor = Tristate.text(selects.getFirst().strength());
    page.line(0, "Selected, so never below " + floor + ", by:");
    for (Link link : selects.subList(0, Math.min(MOST_SELECTS, selects.size()))) {
      page.line(2, CauseText.shown(link), link.line().location());
    }
    new GateText(page).more(2, selects.size() - MOST_SELECTS);
  }

  private static void prompt(Page page, Explanation explanation) {
    if (!explanation.hasPrompt() || explanation.hidden().isEmpty()) {
      return;
    }
    page.blank();
    page.line(
        0,
        explanation.visibility() == Tristate.N
            ? "The prompt is hidden, so what you set does not count:"
            : "The prompt allows m at most:");
    new GateText(page).all(2, explanation.hidden());
  }

  private static void dependencies(Page page, Explanation explanation) {
    for (Definition definition : explanation.definitions()) {
      if (definition.clauses().isEmpty()) {
        continue;
      }
      page.blank();
      String which = explanation.definitions().size() == 1 ? "" : " at " + definition.location();
      page.line(0, "Depends on" + which + ":");
      for (Clause clause : definition.clauses()) {
        page.line(2, clause.term().text(), clause.location());
      }
    }
  }
}
