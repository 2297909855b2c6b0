package dev.unprobed.app;

import dev.unprobed.app.fromdtb.BoardConfig;
import dev.unprobed.app.fromdtb.BoardConfigJson;
import dev.unprobed.app.fromdtb.BoardConfigText;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed config from-dtb}: the fragment that boards need. */
@Command(
    name = "from-dtb",
    mixinStandardHelpOptions = true,
    description = {
      "Find the values of symbols that bring a driver for every enabled node of device trees, with"
          + " all that these values need, and prove that they survive olddefconfig.",
      "",
      "The fragment goes to -o FILE, else to standard output; the report to the other of the two.",
      "",
      "Exit status 0: every node has what the tree has for it, 1: some value did not survive, or"
          + " some driver cannot be had.",
      ""
    })
final class FromDtbCommand implements Callable<Integer> {
  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration to build on. Default: .config, or the architecture's default one.")
  @Nullable String config;

  @Option(
      names = "--as",
      paramLabel = "y|m",
      description =
          "Built in (y, the default), or a module (m) where the driver can be one and is not built"
              + " in already.")
  String level = "y";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the fragment.")
  @Nullable Path output;

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Parameters(arity = "1..*", paramLabel = "DTB", description = "Device tree blobs.")
  List<Path> blobs = List.of();

  @Override
  public Integer call() {
    Console console = Console.ofProcess();
    boolean modules = modules();
    ConfiguredTree tree = ConfiguredTree.load(treeOptions);
    StartingPoint start = StartingPoint.of(tree, config);
    BoardConfig found = new FromDtbJob(tree, start.configured(console), modules).run(blobs);
    String fragment = BoardConfigText.fragment(found, tree.prefix());
    String report =
        json ? BoardConfigJson.of(found) : BoardConfigText.report(found, tree.prefix()).strip();
    if (output != null) {
      OutputFiles.ofProcess().write(output, fragment);
      console.say(report);
    } else if (json) {
      console.say(report);
    } else {
      console.say(fragment.stripTrailing());
      console.remark(report);
    }
    return (found.holds() ? ExitStatus.HOLDS : ExitStatus.BROKEN).code();
  }

  private boolean modules() {
    return switch (level) {
      case "y" -> false;
      case "m" -> true;
      default ->
          throw new KconfigException(
              Diagnostic.ofFile(
                  "--as", "level", ByteText.encode("\"" + level + "\" is no level"), "y or m"));
    };
  }
}
