package dev.unprobed.app;

import dev.unprobed.app.report.Platform;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.Report;
import dev.unprobed.app.report.ReportFiles;
import dev.unprobed.app.report.ReportJson;
import dev.unprobed.app.report.ReportText;
import dev.unprobed.app.report.source.KernelSource;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unprobed report}: what platforms turn on, and what one can do about it. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Report which drivers a platform's option turns on, and what happens when one asks for"
          + " n, m or y.",
      "",
      "Without options: Exynos, Qualcomm and MediaTek on arm64 and arm, in Debian's kernel source,"
          + " which is fetched through apt when it is not there. Writes report.html and"
          + " report.json.",
      ""
    })
final class ReportCommand implements Callable<Integer> {
  private static final List<String> ARCHITECTURES = List.of("arm64", "arm");

  @Option(
      names = "--tree",
      paramLabel = "DIR",
      description = "The kernel's source tree. Default: Debian's kernel source.")
  @Nullable Path tree;

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

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Override
  public Integer call() {
    ReportFiles.demandWritable(output);
    Map<String, String> environment = System.getenv();
    try (Progress progress = Progress.ofProcess(environment)) {
      KernelSource.Found source = source(progress, environment);
      Report report = new ReportMaker(source, request(), environment, progress).report();
      progress.step("writing the report");
      String text = json ? ReportJson.of(report) : new ReportText().of(report);
      progress.step("");
      Console console = Console.ofProcess();
      console.say(text.stripTrailing());
      List<Path> files = ReportFiles.write(output, report);
      progress.say("wrote " + files.getFirst() + " and " + files.getLast());
    }
    return ExitStatus.HOLDS.code();
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
