package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unprobed reclaim report}: what several runs showed, in tables. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Put what several runs showed into tables, in Markdown.",
      "",
      "  unprobed reclaim run --kernel BUILD --board virt --check all --json > virt.json",
      "  unprobed reclaim report virt.json raspi3b.json",
      "",
      "A check that is bad with no unit gone, too, is called usual. Exit status 0: all is as it"
          + " should be, 1: a figure differs or a check fails, 2: the input is wrong.",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What reclaim run --json wrote.")
  List<Path> files = List.of();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    SeenRuns runs = SeenRuns.read(files);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? SeenRunsJson.of(runs) : ReportTables.of(runs.boards()));
    out.flush();
    return (runs.isGood() ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }
}
