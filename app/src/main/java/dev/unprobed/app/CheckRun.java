package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.check.Merger;
import dev.unprobed.app.check.Report;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Check;
import dev.unprobed.prove.check.Checking;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Findings;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes checks for one architecture after the other. Use once. */
final class CheckRun {
  private static final String EVERY = "all";

  private final TreeOptions options;
  private final CheckChoice choice;
  private final Limit limit;
  private final Merger merger = new Merger();
  private final Map<String, Example> examples = new LinkedHashMap<>();
  private List<Check> checks = List.of();

  CheckRun(TreeOptions options, CheckChoice choice, int seconds) {
    this.options = options;
    this.choice = choice;
    this.limit = Limit.after(Duration.ofSeconds(seconds));
  }

  /** What there is to tell. */
  Report report(Baseline known) throws IOException {
    choice.demandKnown();
    List<String> architectures = architectures();
    if (architectures.size() < 2) {
      check("", ConfiguredTree.load(options));
    } else {
      try (Progress progress = Progress.ofProcess(System.getenv())) {
        Path tree = Workspace.of(withoutArchitecture()).tree();
        ArchTrees trees = new ArchTrees(tree, System.getenv(), false, progress);
        for (String architecture : architectures) {
          ArchTrees.Loaded loaded = trees.load(architecture);
          progress.step("checking " + architecture);
          check(architecture, loaded.tree());
        }
      }
    }
    return new Report(
        checks, merger.located(), choice.least(), known, merger.undecided(), merger.asked());
  }

  private TreeOptions withoutArchitecture() {
    TreeOptions bare = new TreeOptions();
    bare.tree = options.tree;
    return bare;
  }

  private List<String> architectures() throws IOException {
    if (options.arch == null || !options.arch.equals(EVERY)) {
      return options.arch == null ? List.of() : List.of(options.arch.split(","));
    }
    Path folder = Workspace.of(withoutArchitecture()).tree().resolve("arch");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(path -> Files.exists(path.resolve("Kconfig")))
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !name.equals("um"))
          .sorted()
          .toList();
    }
  }

  private void check(String architecture, ConfiguredTree tree) {
    Explainer explainer = Explainer.of(tree.configure("empty", new byte[0]).evaluation());
    TreeSymbols symbols =
        new TreeSymbols(tree, new SymbolSearch(tree.workspace(), tree.loaded(), explainer));
    checks = choice.checks(symbols);
    Model model = Model.of(tree.loaded().tree());
    Checking checking =
        new Checking(model, lines -> tree.evaluate("proof", ByteText.bytes(lines)), limit);
    Findings findings = checking.of(checks, choice::wanted);
    merger.add(architecture, findings);
    for (Finding finding : findings.findings()) {
      Example example = finding.example();
      if (example != null) {
        String prefix = architecture.isEmpty() ? "" : architecture + "-";
        examples.putIfAbsent(prefix + example.number() + ".config", example);
      }
    }
  }

  void writeConfigurations(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Example> example : examples.entrySet()) {
      Files.write(folder.resolve(example.getKey()), ByteText.bytes(example.getValue().config()));
    }
  }
}
