package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.prove.LineText;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.set.Plans;
import dev.unprobed.app.set.PlansJson;
import dev.unprobed.app.set.PlansText;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.nearest.Conflict;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.nearest.Planner;
import dev.unprobed.prove.nearest.Request;
import dev.unprobed.prove.nearest.Start;
import dev.unprobed.prove.sat.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed set}: the fewest changes that make values stick. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = {
      "Find the fewest changes to a configuration after which symbols have the values that are"
          + " wanted, or say why there are none.",
      "",
      "  unprobed set SERIAL_SAMSUNG=m TTY=y --config .config",
      "",
      "Exit status 0: there is a way, 1: there is none, or there was not enough time.",
      ""
    })
final class SetCommand implements Callable<Integer> {
  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "SYMBOL=VALUE",
      description = "What is wanted, with or without CONFIG_.")
  List<String> wanted = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration to change. Default: .config, or the architecture's default one.")
  @Nullable String config;

  @Option(
      names = "--keep",
      paramLabel = "EXPR",
      description = "What must not become n by it; in the syntax of depends on.")
  String keep = "";

  @Option(
      names = "--ways",
      paramLabel = "NUMBER",
      description = "How many different ways to look for. Default: ${DEFAULT-VALUE}.")
  int ways = 3;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the configuration of the first way there.")
  @Nullable String output;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "Give up after this time. Default: ${DEFAULT-VALUE}.")
  int seconds = 120;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Override
  public Integer call() {
    Console console = Console.ofProcess();
    ConfiguredTree tree = ConfiguredTree.load(treeOptions);
    Configured configured = StartingPoint.of(tree, config).configured(console);
    Start start = Start.of(ByteText.of(configured.content()), new TreeReplay(tree));
    TreeSymbols names =
        new TreeSymbols(
            tree,
            new SymbolSearch(
                tree.workspace(), tree.loaded(), Explainer.of(configured.evaluation())));
    try (Interruption interruption = Interruption.watch()) {
      Limit limit = Limit.after(Duration.ofSeconds(seconds)).or(interruption.limit());
      Plans plans = plans(tree, configured.name(), names, start, limit);
      write(tree, plans);
      console.say(json ? PlansJson.of(plans) : PlansText.of(plans));
      if (!plans.complete()) {
        String why =
            interruption.asked()
                ? "it was interrupted"
                : "the time was over after " + seconds + " s";
        console.remark("unprobed: this is partial, " + why);
      }
      return (plans.plans().isEmpty() ? ExitStatus.BROKEN : ExitStatus.HOLDS).code();
    }
  }

  private Plans plans(
      ConfiguredTree tree, String name, TreeSymbols names, Start start, Limit limit) {
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      progress.step("looking for the fewest changes");
      List<Request> requests = requests(names);
      Planner planner = new Planner(requests, condition(names), start, limit);
      return plans(tree, name, requests, planner, limit);
    }
  }

  private void write(ConfiguredTree tree, Plans plans) {
    if (output != null && !plans.plans().isEmpty()) {
      byte[] content = ByteText.bytes(plans.plans().getFirst().example().config());
      tree.workspace().files().write(ByteText.encode(output), content);
    }
  }

  private Plans plans(
      ConfiguredTree tree, String start, List<Request> requests, Planner planner, Limit limit) {
    Workspace workspace = tree.workspace();
    List<Example> examples = planner.plans(Math.max(1, ways));
    Conflict conflict = examples.isEmpty() ? planner.conflict().orElse(null) : null;
    try (Referee referee =
        Referee.of(workspace.tree(), workspace.mainFile(), workspace.environment())) {
      return new Plans(
          requests,
          keep,
          start,
          tree.prefix(),
          examples.stream()
              .map(example -> new Plans.Plan(example, referee.judge(example.config())))
              .toList(),
          conflict,
          !limit.reached(),
          referee.remark(),
          new LineText(tree::source));
    }
  }

  private @Nullable Condition condition(TreeSymbols names) {
    return keep.isBlank()
        ? null
        : ConditionParser.parse(Snippet.of("--keep", ByteText.encode(keep)), names);
  }

  private List<Request> requests(TreeSymbols names) {
    List<Request> requests = new ArrayList<>();
    for (String text : wanted) {
      Wish wish = Wish.of(text, names.tree().prefix());
      Symbol symbol = names.search().find(wish.name());
      String value =
          wish.value()
              .orElseThrow(() -> wrong(text, "no-value", "there is no value", "such as X=m"));
      if (!symbol.defined()) {
        throw wrong(text, "undefined-symbol", "nothing defines it", names.hint(wish.name()));
      }
      boolean level = value.equals("n") || value.equals("m") || value.equals("y");
      if (symbol.type().logical() && !level) {
        String type = symbol.type().text();
        throw wrong(text, "no-value", symbol + " is a " + type + ": n, m or y", null);
      }
      requests.add(new Request(symbol, value));
    }
    return requests;
  }

  private static KconfigException wrong(
      String text, String check, String message, @Nullable String hint) {
    return new KconfigException(
        Diagnostic.ofFile(
            ByteText.encode(text), check, message, hint == null || hint.isEmpty() ? null : hint));
  }
}
