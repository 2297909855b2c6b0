package dev.unprobed.app;

import dev.unprobed.app.prove.ValuesJson;
import dev.unprobed.app.prove.ValuesText;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionEncoder;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.value.Possible;
import dev.unprobed.prove.value.Survey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unprobed prove}: what holds in every configuration. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = {
      "Say what holds over all configurations that a tree can have.",
      "",
      "  unprobed prove --when ARCH_EXYNOS --values COMMON_CLK_SAMSUNG   the values it can take",
      "  unprobed prove --values all                                     what every symbol can be",
      "",
      "Exit status 0: answered, 1: no configuration satisfies --when, or there was not enough time,"
          + " 2: the input is wrong.",
      ""
    })
final class ProveCommand implements Callable<Integer> {
  private static final String EVERYTHING = "all";

  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--when",
      paramLabel = "EXPR",
      description =
          "Only configurations in which this is not n; in the syntax of depends on. Default: all.")
  String when = "";

  @Option(
      names = "--values",
      required = true,
      arity = "1..*",
      paramLabel = "SYMBOL",
      description = "The symbols, with or without CONFIG_; \"all\" for every one of the tree.")
  List<String> values = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "Give up after this time and say what is known. Default: ${DEFAULT-VALUE}.")
  int seconds = 600;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Override
  public Integer call() {
    Console console = Console.ofProcess();
    ConfiguredTree tree = ConfiguredTree.load(treeOptions);
    TreeSymbols names = names(tree);
    Model model = Model.of(tree.loaded().tree());
    List<Symbol> symbols = symbols(model, names);
    int condition = condition(model, names);
    symbols.forEach(model::view);
    Limit limit = Limit.after(Duration.ofSeconds(seconds));
    Survey survey =
        new Survey(model, condition, lines -> tree.evaluate("proof", ByteText.bytes(lines)), limit);
    return switch (survey.satisfiable()) {
      case SATISFIABLE -> answer(console, survey.of(symbols));
      case UNSATISFIABLE -> give(console, "no configuration satisfies " + when);
      case UNKNOWN -> give(console, "nothing is known after " + seconds + " s");
    };
  }

  private static TreeSymbols names(ConfiguredTree tree) {
    Explainer explainer = Explainer.of(tree.configure("empty", new byte[0]).evaluation());
    return new TreeSymbols(tree, new SymbolSearch(tree.workspace(), tree.loaded(), explainer));
  }

  private int condition(Model model, TreeSymbols names) {
    if (when.isBlank()) {
      return model.value(model.tree().yes()).m();
    }
    Condition condition = ConditionParser.parse("--when", ByteText.encode(when), names);
    ConditionEncoder encoder = new ConditionEncoder(model);
    encoder.announce(condition);
    return encoder.value(condition).m();
  }

  private List<Symbol> symbols(Model model, TreeSymbols names) {
    if (values.equals(List.of(EVERYTHING))) {
      return model.symbols();
    }
    List<Symbol> symbols = new ArrayList<>();
    for (String name : values) {
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

  private int answer(Console console, List<Possible> symbols) {
    if (json) {
      console.say(ValuesJson.of(when, symbols));
    } else if (values.equals(List.of(EVERYTHING))) {
      console.say(ValuesText.summary(symbols));
    } else {
      console.say(ValuesText.of(symbols));
    }
    boolean complete = symbols.stream().allMatch(possible -> possible.undecided().isEmpty());
    if (!complete) {
      console.remark("unprobed: this is partial, the time was over after " + seconds + " s");
    }
    return (complete ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  private static int give(Console console, String reason) {
    console.remark("unprobed: " + reason);
    return ExitStatus.BROKEN.code();
  }
}
