package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import dev.unprobed.app.report.Progress;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Ledgers;
import dev.unprobed.kernel.ledger.PlacedLedger;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.admit.Admission;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.leave.Comparison;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.link.BuiltLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unprobed reclaim plan}: which units may leave, and which do on boards. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Tell which built-in units may be unloaded, why the others may not, and which of them leave"
          + " on boards, from the files of a build.",
      "",
      "  unprobed reclaim plan --kernel build/                     admitted and refused, in bytes",
      "  unprobed reclaim plan --kernel build/ --dtb my.dtb        and what leaves there",
      "  unprobed reclaim plan --kernel build/ --list              unit by unit, with the proof",
      "  unprobed reclaim plan --kernel build/ --dtb my.dtb --observed units.txt",
      "      the prediction beside /sys/kernel/debug/unprobed/units of that board",
      "",
      "Exit status 0: the plan is there, 1: the board did not what was certain, 2: the input is"
          + " wrong.",
      ""
    })
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin FleetOptions fleet = new FleetOptions();

  @Option(
      names = "--observed",
      paramLabel = "FILE",
      description = "The kernel's table of units after a boot of the only board given.")
  @Nullable Path observed;

  @Option(names = "--list", description = "A line for each unit, with tabs between the fields.")
  boolean list;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Option(names = "--csv", description = "For spreadsheets: a row for each unit.")
  boolean csv;

  @Override
  public Integer call() throws IOException {
    BuildTree tree = fleet.tree();
    if (observed != null && !Files.exists(observed)) {
      throw FleetOptions.wrong("no-file", "there is no " + observed, "mend the name");
    }
    Plan plan = plan(tree, fleet.pageSize(tree));
    if (observed != null) {
      return compare(plan, observed).code();
    }
    String text =
        json
            ? PlanJson.of(plan) + "\n"
            : csv ? PlanTable.csv(plan) : list ? PlanTable.list(plan) : PlanText.of(plan);
    say(text);
    return ExitStatus.HOLDS.code();
  }

  private Plan plan(BuildTree tree, long page) throws IOException {
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      List<Board> boards = fleet.boards();
      progress.step("reading the kernel");
      Kernel read = fleet.readKernel();
      read.remarks().forEach(progress::say);
      progress.step("deciding about units");
      List<Verdict> verdicts = Admission.of(tree, read, fleet.modules);
      progress.step("weighing the image");
      Optional<PlacedLedger> image = boards.isEmpty() || list || csv ? Optional.empty() : image();
      Optional<Ledger> ledger = image.map(PlacedLedger::ledger);
      progress.step("boards");
      KernelIndex index = KernelIndex.of(read);
      List<Plan.OnBoard> judged =
          boards.parallelStream().map(b -> judge(index, b, verdicts, ledger)).toList();
      return new Plan(read, verdicts, judged, page, BuiltLayout.of(fleet.kernel), image);
    }
  }

  private static Plan.OnBoard judge(
      KernelIndex index, Board board, List<Verdict> verdicts, Optional<Ledger> ledger) {
    BoardAnalysis analysis = BoardAnalysis.of(index, board, ModulePolicy.NONE);
    return new Plan.OnBoard(
        Departures.of(verdicts, analysis), ledger.map(l -> BoardLedger.of(l, analysis)));
  }

  private Optional<PlacedLedger> image() throws IOException {
    return Files.exists(fleet.kernel.resolve("vmlinux"))
        ? Optional.of(Ledgers.placedOfTree(fleet.kernel))
        : Optional.empty();
  }

  private ExitStatus compare(Plan plan, Path file) throws IOException {
    if (plan.boards().size() != 1) {
      throw FleetOptions.wrong("one-board", "a table is of one board", "give one --dtb FILE");
    }
    Comparison comparison =
        Comparison.of(plan.boards().getFirst().departures(), Files.readAllLines(file));
    StringBuilder text = new StringBuilder();
    comparison.differences().forEach(d -> text.append(d.explanation()).append('\n'));
    comparison.unknown().forEach(u -> text.append(u).append(" is no candidate\n"));
    text.append(
        "%,d units as predicted, %,d otherwise%n"
            .formatted(comparison.agreeing(), comparison.differences().size()));
    say(text.toString());
    boolean wrong = comparison.differences().stream().anyMatch(Comparison.Difference::isError);
    return wrong || !comparison.unknown().isEmpty() ? ExitStatus.BROKEN : ExitStatus.HOLDS;
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
