package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/** An explanation for people: value, places, cause, and the lines that it depends on. */
record WhyText(Page page, Explanation explanation) {
  private static final int MOST_SELECTS = 6;

  void add() {
    head();
    if (explanation.symbol().defined()) {
      page.blank();
      cause();
      alsoSelected();
      prompt();
      dependencies();
    }
  }

  private void head() {
    Symbol symbol = explanation.symbol();
    if (!symbol.defined()) {
      page.line(0, Values.name(symbol) + " is not defined, so it counts as n");
      return;
    }
    page.line(0, Values.name(symbol) + " is " + value());
    for (Definition definition : explanation.definitions()) {
      String prompt = definition.prompt().isEmpty() ? "" : " \"" + definition.prompt() + "\"";
      String promptless = definition.prompt().isEmpty() ? ", no prompt" : "";
      page.line(2, symbol.type().text() + prompt + promptless, definition.location());
    }
  }

  private String value() {
    return Values.shown(explanation.symbol(), explanation.value());
  }

  private void cause() {
    page.line(0, "Why " + value() + ":");
    new CauseText(page).add(2, explanation.symbol(), explanation.cause());
    explanation.promotion().ifPresent(promotion -> page.line(2, text(promotion)));
    if (explanation.dependenciesUnmet()) {
      String dependency = Tristate.text(explanation.dependency());
      page.line(2, "its dependencies are " + dependency + ": a select does not ask for them");
    }
    explanation.ignored().ifPresent(this::ignored);
  }

  private static String text(Explanation.Promotion promotion) {
    return switch (promotion) {
      case BOOL -> "m counts as y, because it is a bool";
      case NO_MODULES -> "m counts as y, because nothing can be a module";
    };
  }

  private void ignored(String wanted) {
    String why = explanation.hasPrompt() ? "the prompt is hidden" : "there is no prompt";
    String said = Values.shown(explanation.symbol(), wanted);
    page.line(2, "the configuration says " + said + ", which does not count: " + why);
  }

  private void alsoSelected() {
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

  private void prompt() {
    if (!explanation.hasPrompt() || explanation.hidden().isEmpty() || limitIsTold()) {
      return;
    }
    page.blank();
    page.line(
        0,
        explanation.visibility() != Tristate.N
            ? "The prompt allows m at most:"
            : explanation.ignored().isPresent()
                ? "The prompt is hidden:"
                : "The prompt is hidden, so what you set does not count:");
    new GateText(page).all(2, explanation.hidden());
  }

  /** Whether the cause has just said the same. */
  private boolean limitIsTold() {
    return explanation.cause() instanceof Cause.ByUser user && !user.limits().isEmpty();
  }

  private void dependencies() {
    for (Definition definition : explanation.definitions()) {
      List<Clause> clauses =
          definition.clauses().stream().filter(clause -> !clause.always()).toList();
      if (clauses.isEmpty()) {
        continue;
      }
      page.blank();
      String which = explanation.definitions().size() == 1 ? "" : " at " + definition.location();
      page.line(0, "Depends on" + which + ":");
      for (Clause clause : clauses) {
        String fixed = clause.fixed() ? GateText.FIXED : "";
        page.line(2, clause.term().text() + fixed, clause.location());
      }
    }
  }
}
