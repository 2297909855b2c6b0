package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.why.ExplanationJson;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.explain.Explanation;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.explain.Origins;
import dev.unprobed.kconfig.explain.Outcome;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed why}: why a symbol has its value, or what stops it from having another. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Say why a symbol has its value, or what stops it from having another.",
      "",
      "  unprobed why COMMON_CLK_SAMSUNG      its value, and the chain that makes it so",
      "  unprobed why SERIAL_SAMSUNG=m        whether it can be m, and if not, why",
      "",
      "Exit status 0: SYMBOL=VALUE holds or can be set, 1: it cannot, 2: there is no such symbol.",
      ""
    })
final class WhyCommand implements Callable<Integer> {
  private static final ExplanationText TEXT = new ExplanationText(80);

  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration to explain, or the name of a default configuration. Default:"
              + " $KCONFIG_CONFIG or .config, and the architecture's defconfig if there is none.")
  @Nullable String config;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Parameters(
      paramLabel = "SYMBOL[=VALUE]",
      description = "With or without CONFIG_; the value is n, m, y, a number or a text.")
  String question = "";

  @Override
  public Integer call() {
    Console console = Console.ofProcess();
    ConfiguredTree tree = ConfiguredTree.load(treeOptions);
    Wish wish = Wish.of(question, tree.prefix());
    Configured configured = StartingPoint.of(tree, config).configured(console);
    Explainer explainer = explainer(tree, configured);
    SymbolSearch search = new SymbolSearch(tree.workspace(), tree.loaded(), explainer);
    Symbol symbol = search.find(wish.name());
    Answer answer = new Answer(explainer, search, symbol, tree.prefix());
    return wish.value().isPresent()
        ? answer.about(wish.value().get(), json, console)
        : answer.itself(json, console);
  }

  private static Explainer explainer(ConfiguredTree tree, Configured configured) {
    Origins origins =
        Origins.ofFile(
            tree.loaded().tree(),
            tree.prefix(),
            ByteText.encode(configured.name()),
            configured.content());
    return Explainer.of(configured.evaluation(), origins);
  }

  /** One symbol and all that is known of it. */
  private record Answer(Explainer explainer, SymbolSearch search, Symbol symbol, String prefix) {
    private static final List<String> LOGICAL_VALUES = List.of("n", "m", "y");

    int itself(boolean json, Console console) {
      Explanation explanation = explainer.why(symbol);
      List<Outcome> outcomes =
          symbol.type().logical()
              ? LOGICAL_VALUES.stream().map(value -> explainer.ask(symbol, value)).toList()
              : List.of();
      if (json) {
        console.say(ExplanationJson.of(explanation, outcomes));
        return ExitStatus.HOLDS.code();
      }
      console.say(TEXT.of(explanation).stripTrailing());
      if (!outcomes.isEmpty()) {
        console.say("\n" + TEXT.of(outcomes).stripTrailing());
      }
      sayElsewhere(console);
      return ExitStatus.HOLDS.code();
    }

    int about(String value, boolean json, Console console) {
      Outcome outcome = explainer.ask(symbol, value);
      boolean accepted = outcome.obstacles().isEmpty();
      SequencedMap<Symbol, String> recipe =
          accepted ? new java.util.LinkedHashMap<>() : explainer.recipe(symbol, value);
      if (json) {
        console.say(ExplanationJson.of(outcome, recipe));
      } else {
        console.say(TEXT.of(outcome).stripTrailing());
        if (!recipe.isEmpty()) {
          console.say("\n" + TEXT.of(recipe, prefix).stripTrailing());
        }
        sayElsewhere(console);
      }
      return (accepted ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
    }

    private void sayElsewhere(Console console) {
      String places = symbol.defined() ? "" : search.elsewhere(symbol.displayName());
      if (!places.isEmpty()) {
        console.say("\n" + ByteText.readable(places));
      }
    }
  }
}
