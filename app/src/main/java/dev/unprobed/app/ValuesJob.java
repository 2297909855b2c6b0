package dev.unprobed.app;

import dev.unprobed.app.prove.LineText;
import dev.unprobed.app.prove.ValuesJson;
import dev.unprobed.app.prove.ValuesMarkdown;
import dev.unprobed.app.prove.ValuesText;
import dev.unprobed.app.report.Platform;
import dev.unprobed.app.report.PlatformReach;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionEncoder;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.ModelTerms;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.reason.Reasons;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.value.Possible;
import dev.unprobed.prove.value.Survey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the values that symbols can have where a condition holds.
 *
 * @param when the condition, empty for every configuration
 * @param values names of symbols, or {@link #EVERYTHING}, or {@link #REACHED}
 * @param why whether to tell the lines that make other values impossible
 */
record ValuesJob(ConfiguredTree tree, String when, List<String> values, boolean why, Form form) {
  /** How an answer is told. */
  enum Form {
    TEXT,
    MARKDOWN,
    JSON
  }

  static final String EVERYTHING = "all";
  static final String REACHED = "reached";

  int run(Console console, Limit limit) {
    TreeSymbols names = names();
    Model model = Model.of(tree.loaded().tree());
    List<Symbol> symbols = symbols(model, names);
    int condition = condition(model, names);
    symbols.forEach(model::view);
    Survey survey = new Survey(model, condition, new TreeReplay(tree), limit);
    return switch (survey.satisfiable()) {
      case SATISFIABLE -> answer(console, survey.of(symbols), names, limit);
      case UNSATISFIABLE -> throw unsatisfiable(names, limit);
      case UNKNOWN -> give(console, "nothing is known, there was not enough time");
    };
  }

  /** The symbols of the tree. */
  TreeSymbols names() {
    Explainer explainer = Explainer.of(tree.configure("empty", new byte[0]).evaluation());
    return new TreeSymbols(tree, new SymbolSearch(tree.workspace(), tree.loaded(), explainer));
  }

  /** The literal of the condition, to be asked for before any symbol is. */
  int condition(Model model, TreeSymbols names) {
    if (when.isBlank()) {
      return model.value(model.tree().yes()).m();
    }
    Snippet snippet = Snippet.of("--when", ByteText.encode(when));
    Condition condition = ConditionParser.parse(snippet, names);
    ModelTerms terms = new ModelTerms(model);
    terms.announce(condition);
    return new ConditionEncoder(terms).value(condition).m();
  }

  /** The symbols that are asked for. */
  List<Symbol> symbols(Model model, TreeSymbols names) {
    if (everything()) {
      return model.symbols();
    }
    List<Symbol> symbols = new ArrayList<>();
    for (String name : values.equals(List.of(REACHED)) ? reached() : values) {
      String bare = names.bare(ByteText.encode(name));
      Symbol symbol = names.search().find(bare);
      if (!symbol.defined()) {
        throw new KconfigException(
            Diagnostic.ofFile(bare, "undefined-symbol", "nothing defines it", names.hint(bare)));
      }
      symbols.add(symbol);
    }
    return symbols;
  }

  private boolean everything() {
    return values.equals(List.of(EVERYTHING));
  }

  /** What the platform reaches in the architecture's default configuration. */
  private List<String> reached() {
    String config = tree.defaultConfiguration();
    Platform platform = Platform.parse(when);
    List<String> reached = new PlatformReach(tree.configure(config).evaluation()).of(platform);
    if (reached.isEmpty()) {
      String hint = "such as --when ARCH_EXYNOS --values reached";
      throw new KconfigException(
          Diagnostic.ofFile(
              "--values", "reached", "--when names no symbol that turns anything on", hint));
    }
    return reached;
  }

  private int answer(Console console, List<Possible> symbols, TreeSymbols names, Limit limit) {
    Map<Symbol, Map<String, List<String>>> reasons =
        why ? reasons(symbols, names, limit) : Map.of();
    console.say(
        switch (form) {
          case JSON -> ValuesJson.of(when, symbols, reasons);
          case MARKDOWN -> ValuesMarkdown.of(symbols, reasons);
          case TEXT -> everything() ? ValuesText.summary(symbols) : ValuesText.of(symbols, reasons);
        });
    boolean complete = symbols.stream().allMatch(possible -> possible.undecided().isEmpty());
    if (!complete) {
      console.remark("unprobed: this is partial, there was not enough time");
    }
    return (complete ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  /** For each value of its type that a symbol cannot have, the lines that make it so. */
  private Map<Symbol, Map<String, List<String>>> reasons(
      List<Possible> symbols, TreeSymbols names, Limit limit) {
    Model guarded = Model.guarded(tree.loaded().tree());
    int condition = condition(guarded, names);
    Reasons reasons = new Reasons(guarded);
    LineText lines = new LineText(tree::source);
    Function<Line, String> told = form == Form.MARKDOWN ? lines::place : lines::of;
    Map<Symbol, Map<String, List<String>>> all = new LinkedHashMap<>();
    for (Possible possible : symbols) {
      Map<String, List<String>> own = new LinkedHashMap<>();
      for (String value : possible.impossible()) {
        int literal = guarded.view(possible.symbol()).is(value);
        reasons
            .against(limit, condition, literal)
            .ifPresent(found -> own.put(value, found.stream().map(told).toList()));
      }
      all.put(possible.symbol(), own);
    }
    return all;
  }

  private static int give(Console console, String reason) {
    console.remark("unprobed: " + reason);
    return ExitStatus.BROKEN.code();
  }

  /** With the lines that make it so, as far as there is time to find them. */
  private KconfigException unsatisfiable(TreeSymbols names, Limit limit) {
    Model guarded = Model.guarded(tree.loaded().tree());
    int condition = condition(guarded, names);
    LineText lines = new LineText(tree::source);
    String hint =
        new Reasons(guarded)
            .against(limit, condition).orElse(List.of()).stream()
                .map(lines::of)
                .collect(Collectors.joining("; ", "because of ", ""));
    return new KconfigException(
        Snippet.of("--when", ByteText.encode(when))
            .error(
                0,
                "unsatisfiable",
                "no configuration satisfies this",
                hint.endsWith(" of ") ? null : ByteText.encode(hint)));
  }
}
