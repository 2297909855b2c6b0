package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import dev.unprobed.app.report.Progress;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import dev.unprobed.reclaim.admit.Admission;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Verdict;
import dev.unprobed.reclaim.layout.Layout;
import dev.unprobed.reclaim.layout.Order;
import dev.unprobed.reclaim.layout.Rounding;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.link.Relink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unprobed reclaim build}: lay units out for boards, and link the kernel again. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Lay out the units that may leave, so that those which leave together lie together, and link"
          + " the kernel again. Nothing is compiled.",
      "",
      "  unprobed reclaim build --kernel build/ --dtb a.dtb b.dtb",
      "",
      "The tree must have been built with CONFIG_UNPROBED=y. Files go to build/unprobed/; those that"
          + " are right already are left alone. Without boards the order is that of the link.",
      "Exit status 0: linked, and every unit lies where it should, 2: the input is wrong.",
      ""
    })
final class BuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin FleetOptions fleet = new FleetOptions();

  @Option(
      names = "--apart",
      description =
          "Give each unit pages of its own. That costs memory, but then unprobed=quarantine sees"
              + " every use of what left; otherwise only where no unit that stays has a part.")
  boolean apart;

  @Override
  public Integer call() throws IOException, InterruptedException {
    BuildTree tree = fleet.tree();
    if (!"y".equals(tree.config().get("UNPROBED"))) {
      throw FleetOptions.wrong(
          "no-unprobed",
          fleet.kernel + " was built without CONFIG_UNPROBED",
          "run unprobed reclaim apply on the sources, and build with CONFIG_UNPROBED=y");
    }
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      build(tree, fleet.pageSize(tree), progress);
    }
    return ExitStatus.HOLDS.code();
  }

  private void build(BuildTree tree, long page, Progress progress)
      throws IOException, InterruptedException {
    List<Board> boards = fleet.boards();
    progress.step("reading the kernel");
    Kernel read = fleet.readKernel();
    progress.step("deciding about units");
    List<Verdict> verdicts = Admission.of(tree, read, fleet.modules);
    KernelIndex index = KernelIndex.of(read);
    List<Departures> leaving =
        boards.parallelStream()
            .map(b -> Departures.of(verdicts, BoardAnalysis.of(index, b, ModulePolicy.NONE)))
            .toList();
    progress.step("laying out");
    Relink relink = Relink.of(tree, read, candidates(verdicts));
    Rounding rounding = Rounding.of(relink.candidates(), leaving, page);
    progress.step("");
    say(RoundingText.of(rounding));
    progress.step("writing objects");
    List<Candidate> order = Order.of(relink.candidates(), rounding.leaving(), page);
    Layout layout = apart ? Layout.of(order, page) : Layout.of(order);
    long before = image();
    int written = relink.write(layout);
    progress.step("linking");
    relink.make();
    relink.verify(layout);
    progress.step("");
    say(
        "%,d units, %,d files written; Image %,d bytes, was %,d (%+,d)%n"
            .formatted(layout.units().size(), written, image(), before, image() - before));
  }

  private static List<Candidate> candidates(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.Admitted.class::isInstance)
        .map(v -> ((Verdict.Admitted) v).candidate())
        .toList();
  }

  private long image() throws IOException {
    Path image = fleet.kernel.resolve("arch/arm64/boot/Image");
    return Files.exists(image) ? Files.size(image) : 0;
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
