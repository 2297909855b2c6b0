package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.fromdtb.Catalog;
import dev.unprobed.app.fromdtb.Remedies;
import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.app.merge.Merging;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.source.InstalledSource;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kernel.kbuild.BuildPlan;
import dev.unprobed.kernel.source.SourceIndex;
import dev.unprobed.kernel.source.SourceNames;
import dev.unprobed.kernel.unit.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sources of a kernel, which know the drivers that it was built without. */
final class BoardSources {
  private static final Path INSTALLED = Path.of("/usr/src");
  private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+)\\b.*");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-fA-F]+|[ym]");

  private final BoardOptions options;
  private final Kernel kernel;
  private final Progress progress;
  private @Nullable Read read;

  /** What is read once. */
  private record Read(Path path, ConfiguredTree tree, BuildPlan plan, SourceIndex index) {}

  BoardSources(BoardOptions options, Kernel kernel, Progress progress) {
    this.options = options;
    this.kernel = kernel;
    this.progress = progress;
  }

  /** For each board what would serve its nodes; nothing where there are no sources. */
  List<Map<String, Remedy>> remedies(List<Remedies.Ill> boards) {
    if (boards.stream().allMatch(board -> board.paths().isEmpty())) {
      return boards.stream().map(_ -> Map.<String, Remedy>of()).toList();
    }
    Optional<Path> sources = sources();
    if (sources.isEmpty()) {
      hint();
      return boards.stream().map(_ -> Map.<String, Remedy>of()).toList();
    }
    Read read = read(sources.get());
    Configured base = configured(read.tree());
    return Remedies.of(
        Catalog.of(read.plan(), read.index()),
        base.evaluation(),
        values -> changed(read.tree(), base, values),
        boards);
  }

  /** The sources with the configuration of the kernel. */
  record Base(ConfiguredTree tree, Configured configured) {}

  /** The sources; absent when they are not there. */
  Optional<Base> base() {
    return sources()
        .map(found -> {
          ConfiguredTree tree = ConfiguredTree.load(treeOptions(found));
          return new Base(tree, configured(tree));
        });
  }

  /** The kernel, with names for units that only sources tell, where the user gave these. */
  Kernel named() {
    Path given = options.treeOptions.tree;
    if (given == null || options.kernel == null || !SourceNames.useful(kernel)) {
      return kernel;
    }
    Read read = read(given);
    Kernel named = SourceNames.named(kernel, read.plan(), read.index());
    named.remarks().stream().skip(kernel.remarks().size()).forEach(progress::say);
    return named;
  }

  private Read read(Path sources) {
    Read known = read;
    if (known != null && known.path().equals(sources)) {
      return known;
    }
    progress.step("reading the sources in " + sources);
    ConfiguredTree tree = ConfiguredTree.load(treeOptions(sources));
    if (!version(tree.kernel().replace("Linux ", "")).equals(version(kernel.release()))) {
      progress.say(sources + " is " + tree.kernel() + ", the kernel is " + kernel.release());
    }
    String arch = ByteText.readable(tree.workspace().sourceArchitecture());
    BuildPlan plan = BuildPlan.read(tree.workspace().tree(), arch);
    SourceIndex index = SourceIndex.read(tree.workspace().tree(), plan, _ -> true);
    Read now = new Read(sources, tree, plan, index);
    read = now;
    return now;
  }

  private TreeOptions treeOptions(Path sources) {
    TreeOptions given = options.treeOptions;
    TreeOptions all = new TreeOptions();
    all.tree = sources;
    all.arch = given.arch == null ? kernel.architecture().kernelName() : given.arch;
    all.cc = given.cc;
    all.kconfig = given.kconfig;
    all.generation = given.generation;
    all.macros = given.macros;
    return all;
  }

  /** Without a kernel that was built, it is the one that the user asked about. */
  private Configured configured(ConfiguredTree tree) {
    if (options.kernel == null) {
      return StartingPoint.of(tree, options.config).configured(Console.ofProcess());
    }
    return configured(tree, kernel);
  }

  /** The values that a kernel was built with, for a tree that need not be quite its own. */
  static Configured configured(ConfiguredTree tree, Kernel kernel) {
    StringBuilder text = new StringBuilder();
    kernel.config().forEach((name, value) -> text.append(line(tree, name, value)));
    byte[] content = ByteText.bytes(ByteText.encode(text.toString()));
    return new Configured(kernel.path(), content, tree.evaluate(kernel.path(), content), List.of());
  }

  /** The kernel tells values without quotes. */
  private static String line(ConfiguredTree tree, String name, String value) {
    String written =
        NUMBER.matcher(value).matches()
            ? value
            : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return tree.prefix() + name + "=" + written + "\n";
  }

  /** The values after a change of some symbols. */
  static Evaluation changed(ConfiguredTree tree, Configured base, Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach((name, value) -> lines.append(line(tree, name, value)));
    byte[] content =
        new Merging(tree.prefix())
            .add(ByteText.encode(base.name()), base.content(), true)
            .add("missing", ByteText.bytes(ByteText.encode(lines.toString())), false)
            .merged()
            .content();
    return tree.evaluate(base.name(), content);
  }

  private Optional<Path> sources() {
    if (options.treeOptions.tree != null) {
      return Optional.of(options.treeOptions.tree);
    }
    Path build = options.kernel == null ? Path.of("") : options.kernel;
    return Stream.of(build, build.resolve("source"))
        .filter(folder -> Files.isRegularFile(folder.resolve("Kbuild")))
        .findFirst()
        .or(() -> InstalledSource.folder(INSTALLED, version(kernel.release())));
  }

  private void hint() {
    String version = version(kernel.release());
    Optional<Path> archive = InstalledSource.archive(INSTALLED, version);
    progress.say(
        "the sources of Linux "
            + version
            + " know which symbols would bring the missing drivers: "
            + archive
                .map(file -> "unpack " + file + " and give the folder with --tree DIR")
                .orElse(
                    "give them with --tree DIR (on Debian: apt install linux-source-"
                        + version
                        + ")"));
  }

  /** Such as 6.1; empty when there is none. */
  private static String version(String release) {
    Matcher matcher = VERSION.matcher(release);
    return matcher.matches() ? matcher.group(1) : "";
  }
}
