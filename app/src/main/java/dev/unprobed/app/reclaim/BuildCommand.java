package dev.unprobed.app.reclaim;

import dev.unprobed.app.ExitStatus;
import dev.unprobed.app.board.BoardFiles;
import dev.unprobed.app.report.Progress;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.boot.KernelIndex;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.KernelReader;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--kernel",
      required = true,
      paramLabel = "BUILD",
      description = "A folder in which an arm64 kernel was built.")
  Path kernel = Path.of("");

  @Option(
      names = "--dtb",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Device trees of the fleet, or folders with .dtb files; repeatable.")
  List<Path> trees = new ArrayList<>();

  @Option(
      names = "--modules",
      paramLabel = "DIR",
      description = "A folder with modules (.ko) that are installed: what they use stays.")
  List<Path> modules = new ArrayList<>();

  @Option(
      names = "--page-size",
      paramLabel = "SIZE",
      description = "4K, 16K or 64K. Default: that of the configuration.")
  String pageSize = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!BuildTree.isTree(kernel)) {
      throw wrong("no-build-tree", kernel + " is no build tree", "give the folder of O=");
    }
    BuildTree tree = BuildTree.read(kernel);
    if (!"y".equals(tree.config().get("UNPROBED"))) {
      throw wrong(
          "no-unprobed",
          kernel + " was built without CONFIG_UNPROBED",
          "run unprobed reclaim apply on the sources, and build with CONFIG_UNPROBED=y");
    }
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      build(tree, page(tree), progress);
    }
    return ExitStatus.HOLDS.code();
  }

  private void build(BuildTree tree, long page, Progress progress)
      throws IOException, InterruptedException {
    List<Board> boards =
        trees.isEmpty()
            ? List.of()
            : BoardFiles.find(trees).stream().map(f -> BoardFiles.read(f, List.of())).toList();
    progress.step("reading the kernel");
    Kernel read = KernelReader.read(kernel);
    progress.step("deciding about units");
    List<Verdict> verdicts = Admission.of(tree, read, modules);
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
    Layout layout = Layout.of(Order.of(relink.candidates(), rounding.leaving(), page));
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
    Path image = kernel.resolve("arch/arm64/boot/Image");
    return Files.exists(image) ? Files.size(image) : 0;
  }

  private long page(BuildTree tree) {
    if (pageSize.isEmpty()) {
      return "y".equals(tree.config().get("ARM64_64K_PAGES"))
          ? 65536
          : "y".equals(tree.config().get("ARM64_16K_PAGES")) ? 16384 : 4096;
    }
    return switch (pageSize) {
      case "4K" -> 4096;
      case "16K" -> 16384;
      case "64K" -> 65536;
      default -> throw wrong("page-size", "no page has " + pageSize, "4K, 16K or 64K");
    };
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private static KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile("unprobed", check, message, hint));
  }
}
