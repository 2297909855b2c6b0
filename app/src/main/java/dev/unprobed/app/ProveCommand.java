package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.prove.ExampleFiles;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.prove.VerdictsJson;
import dev.unprobed.app.prove.VerdictsText;
import dev.unprobed.app.repair.RepairedText;
import dev.unprobed.app.repair.Repairs;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.rule.RulesFile;
import dev.unprobed.prove.rule.Scope;
import dev.unprobed.prove.rule.Statement;
import dev.unprobed.prove.sat.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed prove}: what holds in every configuration. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = {
      "Say what holds over all configurations that a tree can have.",
      "",
      "  unprobed prove policies/exynos.rules                            whether rules hold, and why",
      "  unprobed prove --when ARCH_EXYNOS --values COMMON_CLK_SAMSUNG   the values it can take",
      "  unprobed prove --when ARCH_EXYNOS --values reached --why          what it turns on",
      "  unprobed prove --values all                                     what every symbol can be",
      "",
      "Exit status 0: it holds, 1: a rule is broken, or there was not enough time, 2: the input is"
          + " wrong, also when no configuration satisfies a condition.",
      ""
    })
final class ProveCommand implements Callable<Integer> {
  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "RULES",
      description = "Files of rules; see docs/prove.md, and policies/ for those that are shipped.")
  List<Path> rules = new ArrayList<>();

  @Option(
      names = "--when",
      paramLabel = "EXPR",
      description =
          "Only configurations in which this is not n; in the syntax of depends on. Default: all.")
  String when = "";

  @Option(
      names = "--values",
      arity = "1..*",
      paramLabel = "SYMBOL",
      description = "The symbols, with or without CONFIG_; \"all\" for every one of the tree.")
  List<String> values = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration that counterexamples are to be close to. Default: the architecture's.")
  @Nullable String config;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "Give up after this time and say what is known. Default: ${DEFAULT-VALUE}.")
  int seconds = 600;

  @Option(
      names = "--repair",
      description =
          "Propose changes to the Kconfig files that make broken rules hold, and prove them on a"
              + " copy.")
  boolean repair;

  @Option(names = "--markdown", description = "With --values: a table in Markdown.")
  boolean markdown;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Option(
      names = "--why",
      description = "With --values: the lines that make other values impossible.")
  boolean why;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "With rules: also write what does not hold there, as SARIF 2.1.0.")
  @Nullable Path sarif;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "With rules: what is in this file is known and does no harm.")
  @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "With rules: write what does not hold there; then the exit status is 0.")
  @Nullable Path newBaseline;

  @Option(
      names = "--dimacs",
      paramLabel = "FILE",
      description =
          "Write the formula of the tree, or of the --values, and of --when, there for other"
              + " solvers.")
  @Nullable Path dimacs;

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      description = "Write each configuration that decides a rule into this folder.")
  @Nullable Path examples;

  @Override
  public Integer call() {
    boolean formula = !values.isEmpty() || dimacs != null;
    if (rules.isEmpty() != formula) {
      throw new KconfigException(
          Diagnostic.ofFile(
              "unprobed prove",
              "arguments",
              rules.isEmpty()
                  ? "there is nothing to prove"
                  : "rules do not go together with --values or --dimacs",
              "give a file of rules, or --values and symbols"));
    }
    try (Interruption interruption = Interruption.watch()) {
      Limit limit = Limit.after(Duration.ofSeconds(seconds)).or(interruption.limit());
      Console console = Console.ofProcess();
      int status = rules.isEmpty() ? values(console, limit) : prove(console, limit);
      if (interruption.asked()) {
        console.remark("unprobed: interrupted: what was not reached is undecided");
      }
      return status;
    }
  }

  private int values(Console console, Limit limit) {
    ConfiguredTree tree = ConfiguredTree.load(treeOptions);
    List<String> symbols = values.isEmpty() ? List.of(ValuesJob.EVERYTHING) : values;
    ValuesJob job = new ValuesJob(tree, when, symbols, why, form());
    return dimacs == null ? job.run(console, limit) : new DimacsJob(job, dimacs).run(console);
  }

  private ValuesJob.Form form() {
    return json ? ValuesJob.Form.JSON : markdown ? ValuesJob.Form.MARKDOWN : ValuesJob.Form.TEXT;
  }

  private int prove(Console console, Limit limit) {
    List<Statement> statements = rules.stream().flatMap(f -> RulesFile.read(f).stream()).toList();
    Baseline known = baseline == null ? Baseline.EMPTY : BaselineFile.read(baseline);
    List<VerdictsJson.Answered> all = new ArrayList<>();
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      for (Map.Entry<Scope, List<Statement>> place : places(statements).entrySet()) {
        progress.step("reading the Kconfig files");
        VerdictsJson.Answered answered =
            prove(options(place.getKey()), place.getValue(), limit, progress);
        all.add(answered);
        if (!json) {
          progress.step("");
          console.say(VerdictsText.of(answered.verdicts(), known) + "\n");
          String repairs = RepairedText.of(answered.repairs());
          if (!repairs.isEmpty()) {
            console.say(repairs + "\n");
          }
        }
      }
    }
    if (json) {
      console.say(VerdictsJson.of(all));
    }
    List<Verdicts> verdicts = all.stream().map(VerdictsJson.Answered::verdicts).toList();
    VerdictsEnd end = new VerdictsEnd(verdicts, known, sarif, newBaseline);
    BaselineFile.tellStale(console, baseline, end.stale());
    return end.reach(treeOptions).code();
  }

  private VerdictsJson.Answered prove(
      TreeOptions options, List<Statement> statements, Limit limit, Progress progress) {
    ConfiguredTree tree = ConfiguredTree.load(options);
    RulesJob job = new RulesJob(tree, statements, config);
    Verdicts verdicts = job.verdicts(limit, progress);
    if (examples != null) {
      ExampleFiles.write(verdicts, examples, tree.workspace().files()::write);
    }
    Repairs repairs = Repairs.NONE;
    if (repair) {
      Function<Path, ConfiguredTree> load = copy -> ConfiguredTree.load(options, copy, null);
      repairs = new RepairJob(tree, job, load, limit, progress).repair(verdicts);
    }
    return new VerdictsJson.Answered(verdicts, repairs);
  }

  /** The statements for each tree and architecture: the one that the user names, or all. */
  private Map<Scope, List<Statement>> places(List<Statement> statements) {
    Map<Scope, List<Statement>> places = new LinkedHashMap<>();
    String named = treeOptions.arch;
    for (Statement statement : statements) {
      Scope scope = statement.scope();
      List<String> architectures = named != null ? List.of(named) : scope.architectures();
      for (String architecture : architectures) {
        if (scope.covers(architecture)) {
          Scope place = new Scope(scope.tree(), List.of(architecture));
          places.computeIfAbsent(place, key -> new ArrayList<>()).add(statement);
        }
      }
      if (architectures.isEmpty()) {
        places.computeIfAbsent(scope, key -> new ArrayList<>()).add(statement);
      }
    }
    return places;
  }

  private TreeOptions options(Scope place) {
    TreeOptions options = new TreeOptions();
    options.tree = place.tree() == null ? treeOptions.tree : Path.of(place.tree());
    options.arch =
        place.architectures().isEmpty() ? treeOptions.arch : place.architectures().getFirst();
    options.cc = treeOptions.cc;
    options.kconfig = treeOptions.kconfig;
    options.generation = treeOptions.generation;
    options.macros = treeOptions.macros;
    return options;
  }
}
