package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.check.Report;
import dev.unprobed.app.check.ReportJson;
import dev.unprobed.app.check.ReportSarif;
import dev.unprobed.app.check.ReportText;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Level;
import dev.unprobed.prove.sat.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed check}: what is wrong with the Kconfig files themselves. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Find mistakes in Kconfig files: selects that break dependencies, and lines that can never do"
          + " anything, in any configuration.",
      "",
      "  unprobed check --arch arm64                        all checks",
      "  unprobed check unmet-select --only drivers/clk     one check, some files",
      "  unprobed check --arch arm64,arm                    dead is what is dead in both",
      "  unprobed check --essential 'ARCH_EXYNOS: COMMON_CLK_SAMSUNG'",
      "",
      "Exit status 0: nothing (new) was found, 1: something was, or there was not enough time, 2: the"
          + " input is wrong.",
      ""
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Parameters(paramLabel = "CHECK", description = "Which checks to make. Default: all.")
  List<String> checks = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "PATH",
      description = "Only lines of this file, or of files below this folder, relative to the tree.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--essential",
      paramLabel = "EXPR: SYMBOL...",
      description = "Where the expression holds, these must not be n; may be given several times.")
  List<String> essential = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "The same for what \"always\" says in this file of rules; see docs/prove.md. May be given"
              + " several times.")
  List<Path> rules = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "Tell what is at least an error, a warning, or a note; what only the architecture or the"
              + " compiler makes dead is a note. Default: ${DEFAULT-VALUE}.")
  String level = Level.WARNING.text();

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Also write SARIF 2.1.0 there.")
  @Nullable Path sarif;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "What is in this file is known and not told.")
  @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write what is found there; then the exit status is 0.")
  @Nullable Path newBaseline;

  @Option(
      names = "--configurations",
      paramLabel = "DIR",
      description = "Write the configurations there that show what was found: N.config.")
  @Nullable Path configurations;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "Give up after this time and say what is known. Default: ${DEFAULT-VALUE}.")
  int seconds = 600;

  @Override
  public Integer call() throws IOException {
    Baseline known = baseline == null ? Baseline.EMPTY : BaselineFile.read(baseline);
    EssentialRules essentials = EssentialRules.read(rules);
    CheckChoice choice = new CheckChoice(checks, only, essential, essentials, level);
    try (Interruption interruption = Interruption.watch()) {
      Limit limit = Limit.after(Duration.ofSeconds(seconds)).or(interruption.limit());
      CheckRun run = new CheckRun(treeOptions, choice, limit);
      Report report = run.report(known);
      Console console = Console.ofProcess();
      console.say(json ? ReportJson.of(report) : ReportText.of(report));
      write(run, report, essentials);
      if (!rules.isEmpty() && !run.ruled()) {
        console.remark("unprobed: no \"always\" of --rules is about this tree and architecture");
      }
      return status(console, report, interruption.asked()).code();
    }
  }

  private void write(CheckRun run, Report report, EssentialRules essentials) {
    OutputFiles files = OutputFiles.ofProcess();
    if (sarif != null) {
      UnaryOperator<String> paths = file -> essentials.has(file) ? run.seenFromTree(file) : file;
      files.write(sarif, ReportSarif.of(report, Version.text(), paths) + "\n");
    }
    if (configurations != null) {
      for (Map.Entry<String, Example> example : run.examples().entrySet()) {
        files.writeBytes(configurations.resolve(example.getKey()), example.getValue().config());
      }
    }
    if (newBaseline != null) {
      List<Finding.Key> keys = report.told().stream().map(it -> it.finding().key()).toList();
      files.writeBytes(newBaseline, Baseline.write(keys));
    }
  }

  private ExitStatus status(Console console, Report report, boolean interrupted) {
    boolean complete = report.complete();
    if (!complete) {
      String why = interrupted ? "it was interrupted" : "the time was over after " + seconds + " s";
      console.remark("unprobed: this is partial, " + why);
    }
    if (complete && only.isEmpty()) {
      BaselineFile.tellStale(console, baseline, report.stale());
    }
    boolean good = complete && report.fresh().isEmpty();
    return good || complete && newBaseline != null ? ExitStatus.HOLDS : ExitStatus.BROKEN;
  }
}
