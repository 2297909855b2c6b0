package dev.unprobed.app;

import dev.unprobed.app.diff.Comparison;
import dev.unprobed.app.diff.Differences;
import dev.unprobed.app.diff.DifferencesJson;
import dev.unprobed.app.diff.DifferencesText;
import dev.unprobed.app.diff.Side;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed diff}: two configurations, or one in two trees, by cause. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compare two configurations by cause: what you set, and what follows from it.",
      "",
      "  unprobed diff A B --tree DIR              two configurations in one tree",
      "  unprobed diff A --tree DIR --tree-b DIR   one configuration in two trees",
      "  unprobed diff A B --tree DIR --tree-b DIR each in its own tree",
      "",
      "Both get the values that olddefconfig would give them. Exit status 0: no symbol differs,"
          + " 1: some do.",
      ""
    })
final class DiffCommand implements Callable<Integer> {
  private static final int WIDTH = 80;

  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--tree-b",
      paramLabel = "DIR",
      description = "The source tree of B. Default: the same.")
  @Nullable Path treeB;

  @Option(
      names = "--macros-b",
      paramLabel = "FILE",
      description = "As --macros, for the tree of B.")
  @Nullable Path macrosB;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Parameters(
      arity = "1..2",
      paramLabel = "A [B]",
      description =
          "A .config, or the name of a default configuration of the tree, such as defconfig.")
  List<String> files = List.of();

  @Override
  public Integer call() {
    if (files.size() == 1 && treeB == null) {
      throw wrong("there is nothing to compare " + files.getFirst() + " with");
    }
    ConfiguredTree a = ConfiguredTree.load(treeOptions);
    ConfiguredTree b = treeB == null ? a : ConfiguredTree.load(treeOptions, treeB, macrosB);
    ConfiguredTree.Configured left = a.configure(files.getFirst());
    ConfiguredTree.Configured right =
        files.size() == 1
            ? b.configure(files.getFirst(), left.content())
            : b.configure(files.get(1));
    Set<String> unknown = new LinkedHashSet<>(left.unknown());
    if (files.size() > 1) {
      unknown.addAll(right.unknown());
    }
    Differences differences = Comparison.of(side(a, left), side(b, right), List.copyOf(unknown));
    Console console = Console.ofProcess();
    String text =
        json ? DifferencesJson.of(differences) : new DifferencesText(WIDTH).of(differences);
    console.say(text.stripTrailing());
    return (differences.none() ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  /** Two configurations go by their names, two trees by theirs too. */
  private Side side(ConfiguredTree tree, ConfiguredTree.Configured configured) {
    String name = configured.name();
    return configured.side(treeB == null ? name : name + ", " + tree.title());
  }

  private static KconfigException wrong(String message) {
    String hint = "give a second configuration, or a second tree with --tree-b DIR";
    return new KconfigException(Diagnostic.ofFile("diff", "nothing-to-compare", message, hint));
  }
}
