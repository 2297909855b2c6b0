package dev.unprobed.app;

import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.RandomSeed;
import dev.unprobed.kconfig.target.Target;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unprobed config}: the targets of the kernel's own conf. */
@Command(
    name = "config",
    subcommands = {MergeCommand.class, FromDtbCommand.class},
    mixinStandardHelpOptions = true,
    description = {
      "Make or update a .config, byte for byte as the tree's own conf does.",
      "",
      "Honours KCONFIG_CONFIG, KCONFIG_ALLCONFIG, KCONFIG_SEED, KCONFIG_PROBABILITY, KCONFIG_WERROR"
          + " and conf's other variables.",
      ""
    })
final class ConfigCommand implements Callable<Integer> {
  @Mixin TreeOptions treeOptions = new TreeOptions();

  @Option(
      names = {"-s", "--silent"},
      description = "Do not say what was written.")
  boolean silent;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description =
          "olddefconfig, defconfig, X_defconfig, alldefconfig, allnoconfig, allyesconfig, allmodconfig,"
              + " randconfig, savedefconfig, listnewconfig, helpnewconfig, syncconfig, oldconfig,"
              + " oldaskconfig, yes2modconfig, mod2yesconfig, mod2noconfig")
  String targetName = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "What defconfig reads (default: the architecture's) or savedefconfig writes.")
  @Nullable String file;

  @Override
  public Integer call() {
    Workspace workspace = Workspace.of(treeOptions);
    TargetFile chosen = TargetFile.of(targetName, file, workspace);
    Console console = Console.ofProcess();
    RandomSeed seed = null;
    if (chosen.target() == Target.RANDCONFIG) {
      seed = RandomSeed.of(workspace.environment().get("KCONFIG_SEED"));
      if (workspace.generation().seedOnStandardError()) {
        console.err(seed.announcement());
      } else {
        console.out(seed.announcement());
      }
    }
    TreeLoader.Loaded loaded = workspace.load(console);
    ConfSession session =
        new ConfSession(
            workspace.files(), workspace.environment()::get, console, new StandardInput(), silent);
    @Nullable String name = chosen.file() == null ? null : ByteText.encode(chosen.file());
    return new Conf(loaded, session, chosen.target(), name, seed).run();
  }
}
