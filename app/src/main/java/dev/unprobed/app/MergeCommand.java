package dev.unprobed.app;

import dev.unprobed.app.merge.Loss;
import dev.unprobed.app.merge.Losses;
import dev.unprobed.app.merge.MergeJson;
import dev.unprobed.app.merge.MergeReport;
import dev.unprobed.app.merge.MergeText;
import dev.unprobed.app.merge.Merged;
import dev.unprobed.app.merge.Merging;
import dev.unprobed.app.merge.Request;
import dev.unprobed.app.merge.Survival;
import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.explain.Origins;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed config merge}: fragments, and whether every value of theirs survived. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Merge fragments of a configuration as merge_config.sh does, later ones winning, and fail when"
          + " a requested value did not survive.",
      "",
      "Exit status 0: every value that was asked for is in the result, 1: some are not.",
      ""
    })
final class MergeCommand implements Callable<Integer> {
  private static final int WIDTH = 80;
  private static final Set<Target> TARGETS =
      Set.of(Target.ALLDEFCONFIG, Target.ALLNOCONFIG, Target.OLDDEFCONFIG);

  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description =
          "What the fragments build on. A value of the base that does not survive is told, but is no"
              + " failure.")
  @Nullable String base;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "What symbols get that no fragment names: their default (alldefconfig, the default, or"
              + " olddefconfig), or n (allnoconfig).")
  String targetName = Target.ALLDEFCONFIG.text();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the configuration. Default: $KCONFIG_CONFIG or .config.")
  @Nullable String output;

  @Option(
      names = "--allow",
      paramLabel = "SYMBOL",
      description = "Do not fail when what is asked of this symbol does not survive. Repeatable.")
  List<String> allowed = List.of();

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FRAGMENT",
      description = "Files with lines of a .config: here, in the tree, or in its arch/*/configs.")
  List<String> fragments = List.of();

  @Override
  public Integer call() {
    Target target = target();
    ConfiguredTree tree = ConfiguredTree.load(treeOptions);
    Console console = Console.ofProcess();
    Merged merged = merged(tree);
    Evaluation evaluation = evaluate(tree, target, merged, new MergeMessages(console));
    String file = outputFile(tree.workspace());
    byte[] content = ByteText.bytes(new ConfigText(evaluation, tree.prefix()).dotConfig());
    MergeReport report = report(tree, target, merged, new Survival(evaluation), file);
    tree.workspace().files().write(file, content, file + ".old");
    console.say(
        (json ? MergeJson.of(report) : new MergeText(WIDTH, tree.prefix()).of(report))
            .stripTrailing());
    return (report.holds() ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  private Target target() {
    Target target = Target.of(targetName);
    if (target != null && TARGETS.contains(target)) {
      return target;
    }
    String hint = "one of alldefconfig, allnoconfig, olddefconfig";
    String message = "fragments cannot be completed by \"" + targetName + "\"";
    throw new KconfigException(
        Diagnostic.ofFile("--target", "target", ByteText.encode(message), hint));
  }

  private Merged merged(ConfiguredTree tree) {
    Merging merging = new Merging(tree.prefix());
    if (base != null) {
      merging.add(ByteText.encode(base), tree.content(base), true);
    }
    for (String fragment : fragments) {
      merging.add(ByteText.encode(fragment), tree.content(fragment), false);
    }
    return merging.merged();
  }

  private static Evaluation evaluate(
      ConfiguredTree tree, Target target, Merged merged, Messages messages) {
    Workspace workspace = tree.workspace();
    ConfSession session =
        new ConfSession(
            workspace.files(),
            workspace.environment()::get,
            messages,
            ConfSession.Answers.NONE,
            true);
    Conf conf = new Conf(tree.loaded(), session, target, null, null);
    return conf.evaluate(MergeMessages.FILE, merged.content());
  }

  private String outputFile(Workspace workspace) {
    return output != null
        ? ByteText.encode(output)
        : workspace.environment().getOrDefault("KCONFIG_CONFIG", ".config");
  }

  private MergeReport report(
      ConfiguredTree tree, Target target, Merged merged, Survival survival, String file) {
    var generation = tree.loaded().tree().generation();
    Collection<Request> requests = merged.requests(generation, tree.prefix()).values();
    List<Request> lost = requests.stream().filter(r -> !survival.survived(r)).toList();
    List<Loss> losses = lost.isEmpty() ? List.of() : explained(tree, target, merged, lost);
    Set<String> allow = allowedNames(tree.prefix());
    List<Loss> own = losses.stream().filter(loss -> !loss.request().line().base()).toList();
    int requested = (int) requests.stream().filter(request -> !request.line().base()).count();
    return new MergeReport(
        ByteText.readable(file),
        target.text(),
        requested,
        requested - own.size(),
        merged.redefinitions(),
        own.stream().filter(loss -> !allow.contains(loss.request().name())).toList(),
        own.stream().filter(loss -> allow.contains(loss.request().name())).toList(),
        losses.stream().filter(loss -> loss.request().line().base()).toList(),
        merged.ignored(generation, tree.prefix()));
  }

  private Set<String> allowedNames(String prefix) {
    return allowed.stream().map(name -> Wish.of(name, prefix).name()).collect(Collectors.toSet());
  }

  /** Over values of their own: those of the result have been written. */
  private static List<Loss> explained(
      ConfiguredTree tree, Target target, Merged merged, List<Request> lost) {
    Origins origins = merged.origins(tree.loaded().tree().generation(), tree.prefix());
    Evaluation evaluation = evaluate(tree, target, merged, Messages.NONE);
    Explainer explainer = Explainer.of(evaluation, origins);
    Map<String, Request> requests =
        merged.requests(tree.loaded().tree().generation(), tree.prefix());
    Losses losses = new Losses(explainer, requests, elsewhere(tree, lost));
    return lost.stream().map(losses::of).toList();
  }

  private static Map<String, List<Location>> elsewhere(ConfiguredTree tree, List<Request> lost) {
    Set<String> unknown =
        lost.stream()
            .map(Request::name)
            .filter(name -> !defined(tree, name))
            .collect(Collectors.toSet());
    return unknown.isEmpty()
        ? Map.of()
        : Elsewhere.definitions(
            tree.workspace().tree(), unknown, new HashSet<>(tree.loaded().files()));
  }

  private static boolean defined(ConfiguredTree tree, String name) {
    var symbol = tree.loaded().tree().find(name);
    return symbol != null && symbol.defined();
  }
}
