package dev.unprobed.app.report;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.explain.Explanation;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.explain.Outcome;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.MenuNode;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at platforms in one configuration, which it does not change. */
public final class Survey {
  private static final int WIDTH = 96;
  private static final List<String> VALUES = List.of("n", "m", "y");

  private final Subject subject;
  private final Evaluation evaluation;
  private final Explainer explainer;

  /**
   * @param evaluation with all values computed
   */
  public Survey(Subject subject, Evaluation evaluation) {
    this.subject = subject;
    this.evaluation = evaluation;
    this.explainer = Explainer.of(evaluation);
  }

  /** The names of symbols that may have been meant by one that is none. */
  public List<String> similar(Platform platform) {
    return explainer.similar(ByteText.encode(platform.symbol())).stream()
        .map(ByteText::readable)
        .toList();
  }

  /** What the platform reaches; nothing when the architecture does not have it. */
  public Section of(Platform platform) {
    Symbol symbol = evaluation.tree().find(ByteText.encode(platform.symbol()));
    if (symbol == null || !symbol.defined() || !symbol.type().logical()) {
      return new Section(platform, subject, "", "", List.of(), List.of());
    }
    Evaluation without = Without.of(symbol, evaluation);
    Map<Symbol, List<Way>> ways = new Reach(symbol, evaluation, without).ways();
    List<Driver> drivers =
        ways.entrySet().stream()
            .map(entry -> driver(entry.getKey(), entry.getValue(), without))
            .sorted(
                Comparator.comparing((Driver driver) -> driver.way().kind())
                    .thenComparing(Driver::symbol))
            .toList();
    return new Section(
        platform,
        subject,
        evaluation.text(symbol),
        prompt(symbol),
        drivers,
        dependents(symbol, ways.keySet(), without));
  }

  private List<String> dependents(Symbol platform, Set<Symbol> reached, Evaluation without) {
    return evaluation.tree().symbols().stream()
        .filter(symbol -> symbol != platform && symbol.defined() && !reached.contains(symbol))
        .filter(symbol -> symbol.type().logical() && !symbol.choice() && !symbol.constant())
        .filter(symbol -> without.logicalValue(symbol) < evaluation.logicalValue(symbol))
        .map(symbol -> ByteText.readable(symbol.displayName()))
        .sorted()
        .toList();
  }

  private Driver driver(Symbol symbol, List<Way> ways, Evaluation without) {
    Explanation explanation = explainer.why(symbol);
    return new Driver(
        ByteText.readable(symbol.displayName()),
        prompt(symbol),
        symbol.type() == SymbolType.TRISTATE,
        evaluation.text(symbol),
        without.text(symbol),
        ByteText.readable(symbol.definitions().getFirst().location().toString()),
        List.copyOf(ways),
        Briefly.why(explanation),
        new ExplanationText(WIDTH).of(explanation).strip(),
        VALUES.stream().map(value -> wish(symbol, value)).toList());
  }

  private Wish wish(Symbol symbol, String wanted) {
    Outcome outcome = explainer.ask(symbol, wanted);
    String reason = Briefly.against(symbol, outcome.obstacles());
    return new Wish(wanted, outcome.verdict(), outcome.after(), reason);
  }

  private static String prompt(Symbol symbol) {
    for (MenuNode node : symbol.definitions()) {
      if (node.prompt() != null) {
        return ByteText.readable(node.prompt().prompt());
      }
    }
    return "";
  }
}
