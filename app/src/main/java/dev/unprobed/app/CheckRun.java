package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.app.check.FindingReferee;
import dev.unprobed.app.check.Merger;
import dev.unprobed.app.check.Report;
import dev.unprobed.app.replay.Referee;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.sarif.SarifPath;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Check;
import dev.unprobed.prove.check.Checking;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Findings;
import dev.unprobed.prove.check.Level;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.sat.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private String remark = "";
  private boolean ruled;

  CheckRun(TreeOptions options, CheckChoice choice, Limit limit) {
    this.options = options;
    this.choice = choice;
    this.limit = limit;
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
          if (limit.reached() && !checks.isEmpty()) {
            merger.skip(architecture);
            continue;
          }
          ArchTrees.Loaded loaded = trees.load(architecture);
          progress.step("checking " + architecture);
          check(architecture, loaded.tree());
        }
      }
    }
    return new Report(
        checks,
        merger.located(),
        choice.least(),
        known,
        merger.undecided(),
        merger.asked(),
        merger.skipped(),
        remark);
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
    ruled |= !choice.rules().of(symbols).isEmpty();
    Model model = Model.of(tree.loaded().tree());
    Checking checking = new Checking(model, new TreeReplay(tree), limit);
    Findings findings = checking.of(checks, choice::wanted);
    add(architecture, tree, findings);
    for (Finding finding : findings.findings()) {
      Example example = finding.example();
      if (example != null) {
        String prefix = architecture.isEmpty() ? "" : architecture + "-";
        examples.putIfAbsent(prefix + example.number() + ".config", example);
      }
    }
  }

  /** Takes the findings, after conf was asked about those that will be told. */
  private void add(String architecture, ConfiguredTree tree, Findings findings) {
    Workspace workspace = tree.workspace();
    try (FindingReferee referee =
        new FindingReferee(
            () -> Referee.of(workspace.tree(), workspace.mainFile(), workspace.environment()),
            tree.prefix(),
            limit)) {
      Level least = choice.least();
      merger.add(
          architecture,
          findings,
          finding ->
              finding.level().compareTo(least) <= 0
                  ? referee.of(finding)
                  : Referee.Judgement.NOT_ASKED);
      remark = remark.isEmpty() ? referee.remark() : remark;
    }
  }

  /** Whether any rule of the user's files was about one of the architectures. */
  boolean ruled() {
    return ruled;
  }

  /** A file that the user named, seen from the tree where it is inside of it. */
  String seenFromTree(String file) {
    Path tree = Workspace.of(withoutArchitecture()).tree();
    return ByteText.encode(SarifPath.of(Path.of(ByteText.readable(file)), tree).toString());
  }

  /** The configurations that show what was found, by the names of files for them. */
  Map<String, Example> examples() {
    return examples;
  }
}
