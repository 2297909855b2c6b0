package dev.unprobed.app;

import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.ReportFiles;
import dev.unprobed.app.report.ReportText;
import dev.unprobed.app.report.page.Findings;
import dev.unprobed.app.report.page.FindingsFiles;
import dev.unprobed.app.report.page.FindingsJson;
import dev.unprobed.app.report.page.FindingsText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unprobed report}: the whole answer about a kernel, on one page. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Report on one page what holds of a kernel: which drivers are essential, needed or dead"
          + " weight on each board, when probing ends, and what can be given back.",
      "",
      "  unprobed report                                     Debian's kernel, through apt",
      "  unprobed report --tree linux/ --kernel build/       a kernel that you built",
      "  unprobed report --tree linux/ --kernel build/ --dtb my.dtb --rules my.rules",
      "",
      "Without options: Debian's kernel source and arm64 kernel package, which are fetched when"
          + " they are not there. Writes report.html and report.json. Exit status 0: the report is"
          + " there, 2: the input is wrong.",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin ReportOptions options = new ReportOptions();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where report.html and report.json go. Default: the current directory.")
  Path output = Path.of("");

  @Option(
      names = "--details",
      description = "Also print what each platform turns on, a line for each driver.")
  boolean details;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Override
  public Integer call() {
    ReportFiles.demandWritable(output);
    Map<String, String> environment = System.getenv();
    try (Progress progress = Progress.ofProcess(environment)) {
      Findings findings = ReportRun.of(options, environment, progress).findings();
      progress.step("writing the report");
      String text = json ? FindingsJson.of(findings) : text(findings);
      List<Path> files = FindingsFiles.write(output, findings);
      progress.step("");
      Console.ofProcess().say(text.stripTrailing());
      progress.say("wrote " + files.getFirst() + " and " + files.getLast());
    }
    return ExitStatus.HOLDS.code();
  }

  private String text(Findings findings) {
    String answers = FindingsText.of(findings);
    return details ? answers + "\n" + new ReportText().of(findings.platforms()) : answers;
  }
}
