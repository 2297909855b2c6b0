package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.check.Report;
import dev.unprobed.app.check.ReportJson;
import dev.unprobed.app.check.ReportSarif;
import dev.unprobed.app.check.ReportText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.check.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    Baseline known = baseline == null ? Baseline.EMPTY : read(baseline);
    CheckRun run =
        new CheckRun(treeOptions, new CheckChoice(checks, only, essential, level), seconds);
    Report report = run.report(known);
    Console console = Console.ofProcess();
    console.say(json ? ReportJson.of(report) : ReportText.of(report));
    if (sarif != null) {
      Files.writeString(sarif, ReportSarif.of(report, Version.text()) + "\n");
    }
    if (configurations != null) {
      run.writeConfigurations(configurations);
    }
    if (newBaseline != null) {
      Files.write(
          newBaseline,
          ByteText.bytes(
              Baseline.write(
                  report.told().stream().map(located -> located.finding().key()).toList())));
    }
    return status(console, report).code();
  }

  private ExitStatus status(Console console, Report report) {
    boolean complete = report.undecided() == 0;
    if (!complete) {
      console.remark("unprobed: this is partial, the time was over after " + seconds + " s");
    }
    if (complete && only.isEmpty() && !report.stale().isEmpty()) {
      console.remark("unprobed: no longer found, to be taken out of " + baseline + ":");
      report.stale().forEach(key -> console.remark("  " + ByteText.readable(Baseline.line(key))));
    }
    boolean good = complete && report.fresh().isEmpty();
    return good || complete && newBaseline != null ? ExitStatus.HOLDS : ExitStatus.BROKEN;
  }

  private static Baseline read(Path file) {
    String name = ByteText.encode(file.toString());
    try {
      return Baseline.read(name, ByteText.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      String hint = "--write-baseline FILE makes one";
      throw new KconfigException(
          Diagnostic.ofFile(name, "baseline", "cannot read the baseline: " + e.getMessage(), hint));
    }
  }
}
