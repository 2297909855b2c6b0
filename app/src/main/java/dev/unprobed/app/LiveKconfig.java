package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.prove.LineText;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.app.serve.Answers.NoAnswer;
import dev.unprobed.app.set.Plans;
import dev.unprobed.app.why.ExplanationJson;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.explain.Explanation;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.explain.Origins;
import dev.unprobed.kconfig.explain.Outcome;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.nearest.Conflict;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.nearest.Planner;
import dev.unprobed.prove.nearest.Request;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.rule.Rule;
import dev.unprobed.prove.rule.Statement;
import dev.unprobed.prove.sat.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tree and a configuration, about which one may ask. No process is started for an answer. */
final class LiveKconfig {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ExplanationText TEXT = new ExplanationText(100);
  private static final List<String> LEVELS = List.of("n", "m", "y");

  private final ConfiguredTree tree;
  private final Start start;
  private final Explainer explainer;
  private final List<Rule> rules;
  private final String name;
  private final LiveRemedies remedies;

  /** A tree with a configuration, and rules; those that the tree knows nothing of are left out. */
  LiveKconfig(ConfiguredTree tree, Configured configured, ReportRules given) {
    this.tree = tree;
    name = configured.name();
    remedies = new LiveRemedies(tree, configured);
    start = Start.of(ByteText.of(configured.content()), new TreeReplay(tree));
    Origins origins =
        Origins.ofFile(
            tree.loaded().tree(),
            tree.prefix(),
            ByteText.encode(configured.name()),
            configured.content());
    explainer = Explainer.of(configured.evaluation(), origins);
    SymbolSearch search = new SymbolSearch(tree.workspace(), tree.loaded(), explainer);
    TreeSymbols names = new TreeSymbols(tree, search);
    rules = given.about(arch()).stream().flatMap(it -> rule(it, names).stream()).toList();
  }

  private static Optional<Rule> rule(Statement statement, TreeSymbols names) {
    try {
      return Rule.all(List.of(statement), names).stream().findFirst();
    } catch (KconfigException _) {
      return Optional.empty();
    }
  }

  /** As in {@code make ARCH=}. */
  String arch() {
    return ByteText.readable(tree.workspace().environment().getOrDefault("ARCH", ""));
  }

  /** What people call the configuration. */
  String configuration() {
    return name;
  }

  LiveRemedies remedies() {
    return remedies;
  }

  String title() {
    return tree.title() + ", " + name;
  }

  List<Rule> rules() {
    return rules;
  }

  Evaluation values() {
    return start.evaluation();
  }

  Stream<Symbol> symbols() {
    return tree.loaded().tree().symbols().stream().filter(s -> s.defined() && s.name() != null);
  }

  /** As {@code unprobed why --json} says it. */
  String why(String wanted) throws NoAnswer {
    Explanation explanation = explainer.why(symbol(wanted));
    return ExplanationJson.of(explanation, outcomes(explanation.symbol()));
  }

  /** As {@code unprobed why} says it. */
  String whyText(String wanted) throws NoAnswer {
    Explanation explanation = explainer.why(symbol(wanted));
    List<Outcome> outcomes = outcomes(explanation.symbol());
    String asked = outcomes.isEmpty() ? "" : "\n" + TEXT.of(outcomes);
    return TEXT.of(explanation) + asked;
  }

  private List<Outcome> outcomes(Symbol symbol) {
    return symbol.type().logical()
        ? LEVELS.stream().map(value -> explainer.ask(symbol, value)).toList()
        : List.of();
  }

  private Symbol symbol(String wanted) throws NoAnswer {
    Symbol symbol = find(wanted);
    if (symbol == null) {
      throw new NoAnswer("no Kconfig file that was read defines this symbol");
    }
    return symbol;
  }

  /** A symbol that is defined; null when there is none. */
  @Nullable Symbol find(String name) {
    Symbol symbol = tree.loaded().tree().find(ByteText.encode(name));
    boolean one = symbol != null && !symbol.constant() && !symbol.choice() && symbol.defined();
    return one ? symbol : null;
  }

  /** The best way, or why there is none. */
  Plans plan(List<String> wishes) throws NoAnswer {
    Limit limit = Limit.after(PATIENCE);
    List<Request> requests = requests(wishes);
    Planner planner = new Planner(requests, null, start, limit);
    List<Example> examples = planner.plans(1);
    Conflict conflict = examples.isEmpty() ? planner.conflict().orElse(null) : null;
    return new Plans(
        requests,
        "",
        name,
        tree.prefix(),
        examples.stream().map(e -> new Plans.Plan(e, Referee.Judgement.NOT_ASKED)).toList(),
        conflict,
        !limit.reached(),
        "the page starts no process",
        new LineText(tree::source));
  }

  private List<Request> requests(List<String> wishes) throws NoAnswer {
    List<Request> requests = new ArrayList<>();
    for (String text : wishes) {
      Wish wish = Wish.of(text, tree.prefix());
      Symbol symbol = symbol(ByteText.readable(wish.name()));
      String value = wish.value().orElse("");
      if (symbol.type().logical() && !LEVELS.contains(value)) {
        throw new NoAnswer("this symbol can only be n, m or y");
      }
      requests.add(new Request(symbol, value));
    }
    return requests;
  }
}
