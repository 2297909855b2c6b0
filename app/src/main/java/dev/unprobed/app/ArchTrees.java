package dev.unprobed.app;

import dev.unprobed.app.report.AbsentCompiler;
import dev.unprobed.app.report.Progress;
import dev.unprobed.kconfig.macro.CrossCompilers;
import dev.unprobed.kconfig.macro.KernelEnvironment;
import dev.unprobed.kconfig.macro.SystemShell;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads one kernel tree for several architectures, each with the best compiler that is installed.
 *
 * @param ownCompiler whether the environment's CC or CROSS_COMPILE is to be followed
 */
record ArchTrees(
    Path tree, Map<String, String> environment, boolean ownCompiler, Progress progress) {

  /**
   * A tree for one architecture.
   *
   * @param compiler what answered questions to the compiler, for people
   * @param remark what is wrong with that, a sentence; empty when nothing is
   */
  record Loaded(ConfiguredTree tree, String compiler, String remark) {}

  Loaded load(String arch) {
    demand(arch);
    progress.step("reading the Kconfig files of " + arch);
    String own = environment.getOrDefault("CC", environment.getOrDefault("CROSS_COMPILE", ""));
    if (ownCompiler && !own.isEmpty()) {
      Workspace workspace = workspace(arch, null);
      return loaded(workspace, workspace.environment().getOrDefault("CC", ""), "");
    }
    String cross = CrossCompilers.crossCompilerFor(arch, environment);
    if (cross != null) {
      return loaded(workspace(arch, cross), cross, "");
    }
    String native_ =
        CrossCompilers.crossCompilerFor(KernelEnvironment.machineArchitecture(), environment);
    return native_ == null ? withoutCompiler(arch) : withNative(arch, native_);
  }

  private Loaded withNative(String arch, String compiler) {
    return loaded(
        workspace(arch, compiler),
        compiler,
        "There is no cross compiler for "
            + arch
            + ", so this machine's own "
            + compiler
            + " was asked: what only a compiler for "
            + arch
            + " can do counts as missing.");
  }

  private Loaded withoutCompiler(String arch) {
    Workspace workspace = workspace(arch, AbsentCompiler.NAME);
    try (SystemShell system =
        new SystemShell(workspace.tree(), workspace.environment(), error -> {})) {
      TreeLoader.Loaded loaded =
          workspace
              .loader(workspace.environment()::get)
              .load(new AbsentCompiler(system), Messages.NONE);
      return new Loaded(
          new ConfiguredTree(workspace, loaded),
          "none",
          "There is no compiler for "
              + arch
              + ", so whatever a compiler may or may not be able to do counts as missing.");
    }
  }

  private static Loaded loaded(Workspace workspace, String compiler, String remark) {
    return new Loaded(
        new ConfiguredTree(workspace, workspace.load(Messages.NONE)), compiler, remark);
  }

  private Workspace workspace(String arch, @Nullable String cc) {
    TreeOptions options = new TreeOptions();
    options.tree = tree;
    options.arch = arch;
    options.cc = cc;
    return Workspace.of(options);
  }

  private void demand(String arch) {
    TreeOptions options = new TreeOptions();
    options.tree = tree;
    Workspace.of(options);
    boolean kernel = Files.isDirectory(tree.resolve("arch"));
    if (!kernel) {
      throw wrong(
          "no-kernel", "this is no kernel tree: it has no folder arch", "give one with --tree DIR");
    }
    String folder = arch.startsWith("x86") || arch.equals("i386") ? "x86" : arch;
    if (!Files.isRegularFile(tree.resolve("arch/" + folder + "/Kconfig"))) {
      throw wrong(
          "arch",
          "there is no architecture \"" + arch + "\" in this tree",
          "the names are those of the folders in arch/");
    }
  }

  private KconfigException wrong(String check, String message, String hint) {
    return new KconfigException(
        Diagnostic.ofFile(ByteText.encode(tree.toString()), check, message, hint));
  }
}
