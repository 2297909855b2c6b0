package dev.unprobed.app;

import dev.unprobed.app.report.Platform;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.source.KernelBinary;
import dev.unprobed.app.report.source.KernelSource;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.tree.BuildTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a report is about, the same for the file and the live page. */
final class ReportOptions {
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

  /** The kernel that was built or packaged; absent when only sources are meant. */
  Optional<Path> kernel(
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

  /** The configuration that is looked at: a file, or the architecture's default one. */
  String configuration(ConfiguredTree tree) {
    return config == null ? tree.defaultConfiguration() : config;
  }

  /** Time for proving. */
  int seconds() {
    if (seconds < 0) {
      throw new KconfigException(
          Diagnostic.ofFile(
              "report", "limit", "there is no time before now", "give --limit 0 or more seconds"));
    }
    return seconds;
  }

  /** The rules that are meant. */
  ReportRules rules() {
    String home = System.getProperty("unprobed.home");
    return !rules.isEmpty() || home == null
        ? new ReportRules(List.copyOf(rules), false)
        : ReportRules.shipped(Path.of(home).resolve("policies"));
  }

  /** Platforms and architectures. */
  ReportMaker.Request request() {
    return new ReportMaker.Request(
        platforms.isEmpty() ? Platform.STANDARD : platforms.stream().map(Platform::parse).toList(),
        architectures.isEmpty() ? ARCHITECTURES : List.copyOf(architectures),
        !architectures.isEmpty(),
        config);
  }

  /** The sources; without --tree those of the build, else Debian's. */
  KernelSource.Found source(Progress progress, Map<String, String> environment) {
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
