package dev.unprobed.app;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.report.Platform;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.Report;
import dev.unprobed.app.report.ReportFiles;
import dev.unprobed.app.report.ReportText;
import dev.unprobed.app.report.page.BoardFindings;
import dev.unprobed.app.report.page.Findings;
import dev.unprobed.app.report.page.FindingsFiles;
import dev.unprobed.app.report.page.FindingsJson;
import dev.unprobed.app.report.page.FindingsText;
import dev.unprobed.app.report.source.KernelBinary;
import dev.unprobed.app.report.source.KernelSource;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.prove.sat.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
  private static final List<String> ARCHITECTURES = List.of("arm64", "arm");

  @Option(
      names = "--tree",
      paramLabel = "DIR",
      description =
          "The kernel's source tree. Default: that of the build tree, else Debian's kernel source.")
  @Nullable Path tree;

  @Option(
      names = "--kernel",
      paramLabel = "PATH",
      description =
          "A kernel package, a folder with one unpacked, or a build tree, which alone tells bytes"
              + " by driver and what can be given back. Default: Debian's, unless --tree is given.")
  @Nullable Path image;

  @Option(
      names = "--dtb",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Device trees, or folders with .dtb files in them; repeatable. Default: all that come"
              + " with the kernel.")
  List<Path> boards = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of rules; repeatable. Default: those that come with unprobed.")
  List<Path> rules = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description =
          "Time for proving; rules that are not reached are undecided. Default: ${DEFAULT-VALUE}.")
  int seconds = 60;

  @Option(
      names = "--platform",
      paramLabel = "NAME=SYMBOL",
      description =
          "A platform and the symbol that turns it on, such as Rockchip=ARCH_ROCKCHIP; repeatable."
              + " Default: Exynos, Qualcomm, MediaTek.")
  List<String> platforms = new ArrayList<>();

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "An architecture, as in make ARCH=; repeatable. Default: arm64 and arm.")
  List<String> architectures = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration to look at. Default: the architecture's defconfig.")
  @Nullable String config;

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
      Findings findings = findings(progress, environment);
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

  /** The boards and the rules have nothing to do with each other, and one processor each. */
  private Findings findings(Progress progress, Map<String, String> environment) {
    KernelSource.Found source = source(progress, environment);
    Optional<Path> kernel = kernel(source, progress, environment);
    CompletableFuture<Optional<BoardFindings>> judged =
        CompletableFuture.supplyAsync(() -> kernel.map(it -> new ReportBoards(it, boards).find()));
    ReportMaker maker = new ReportMaker(source, request(), environment, progress);
    Report platforms = maker.report();
    List<String> notes = new ArrayList<>(platforms.notes());
    Limit limit = Limit.after(Duration.ofSeconds(seconds));
    List<Verdicts> verdicts = rules().decide(maker.configured(), limit, progress, notes);
    progress.step("boards");
    Optional<BoardFindings> found = joined(judged);
    List<Findings.Made> made = new ReportOrigins(source.tree(), kernel, boards, rules()).all();
    Report noted =
        new Report(
            platforms.kernel(),
            platforms.source(),
            platforms.tree(),
            List.copyOf(notes),
            platforms.sections());
    return new Findings(noted, verdicts, found, made);
  }

  /** What went wrong there is told as if it had happened here. */
  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Optional<Path> kernel(
      KernelSource.Found source, Progress progress, Map<String, String> environment) {
    if (image != null) {
      return Optional.of(image);
    }
    return tree != null || source.sample()
        ? Optional.empty()
        : KernelBinary.find(progress, environment);
  }

  private static Optional<Path> sources(Path build) {
    try {
      return BuildTree.read(build).sources().map(path -> path.toAbsolutePath().normalize());
    } catch (IOException _) {
      // Whoever reads the kernel says what is wrong.
      return Optional.empty();
    }
  }

  private ReportRules rules() {
    String home = System.getProperty("unprobed.home");
    return !rules.isEmpty() || home == null
        ? new ReportRules(List.copyOf(rules), false)
        : ReportRules.shipped(Path.of(home).resolve("policies"));
  }

  private ReportMaker.Request request() {
    return new ReportMaker.Request(
        platforms.isEmpty() ? Platform.STANDARD : platforms.stream().map(Platform::parse).toList(),
        architectures.isEmpty() ? ARCHITECTURES : List.copyOf(architectures),
        !architectures.isEmpty(),
        config);
  }

  private KernelSource.Found source(Progress progress, Map<String, String> environment) {
    if (tree != null) {
      Path absolute = tree.toAbsolutePath().normalize();
      return new KernelSource.Found(absolute, "given with --tree", false);
    }
    if (image != null && BuildTree.isTree(image)) {
      Optional<Path> own = sources(image);
      if (own.isPresent()) {
        return new KernelSource.Found(own.get(), "the sources of that build", false);
      }
    }
    String home = System.getProperty("unprobed.home");
    return new KernelSource(progress, environment, home == null ? null : Path.of(home))
        .find()
        .orElseThrow(() ->
            new KconfigException(
                Diagnostic.ofFile(
                    "report",
                    "no-tree",
                    "there is no kernel source to report on",
                    "give the top of a kernel source tree with --tree DIR")));
  }
}
