package dev.unprobed.app;

import dev.unprobed.kconfig.macro.CachingShell;
import dev.unprobed.kconfig.macro.MacroCache;
import dev.unprobed.kconfig.macro.MacroException;
import dev.unprobed.kconfig.macro.MacroRecord;
import dev.unprobed.kconfig.macro.MacroRecorder;
import dev.unprobed.kconfig.macro.ParallelShell;
import dev.unprobed.kconfig.macro.PythonFunctions;
import dev.unprobed.kconfig.macro.Shell;
import dev.unprobed.kconfig.macro.SystemShell;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers the macros of a tree while it is loaded: from a file, from the cache, or by running
 * commands.
 */
final class MacroAnswers {
  private final Workspace workspace;
  private final String srctree;

  MacroAnswers(Workspace workspace) {
    this.workspace = workspace;
    this.srctree = workspace.environment().getOrDefault("srctree", "");
  }

  TreeLoader.Loaded load(Messages messages) {
    Path file = workspace.macros();
    try {
      if (file == null) {
        return ask(messages, null);
      }
      return Files.exists(file) ? replay(file, messages) : record(file, messages);
    } catch (MacroException e) {
      String where = file == null ? workspace.mainFile() : ByteText.encode(file.toString());
      String message = String.valueOf(e.getMessage());
      throw new KconfigException(Diagnostic.ofFile(where, "macros", message, e.hint()));
    }
  }

  /** Runs what the cache cannot answer, all of it at once where that can be known beforehand. */
  private TreeLoader.Loaded ask(Messages messages, @Nullable MacroRecorder recorder) {
    UnaryOperator<@Nullable String> variables = workspace.environment()::get;
    MacroCache cache = MacroCache.standard(workspace.environment());
    try (PythonFunctions python = python();
        SystemShell system = new SystemShell(folder(), workspace.environment(), messages::err);
        ParallelShell parallel =
            new ParallelShell(CachingShell.open(cache, system, workspace.tree().toString()))) {
      if (parallel.needsScout()) {
        workspace.loader(variables).scout(python.before(parallel.scout()));
      }
      Shell shell = python.before(parallel.settled());
      TreeLoader.Loaded loaded =
          recorder == null
              ? workspace.loader(variables).load(shell, messages)
              : workspace
                  .loader(recorder.environment(variables))
                  .load(recorder.shell(shell), messages);
      parallel.save();
      return loaded;
    }
  }

  /** Only a tree with Kconfiglib asks for functions, so no other one has Python started. */
  private PythonFunctions python() {
    Path kconfiglib = workspace.tree().resolve("scripts/kconfig");
    return new PythonFunctions(folder(), kconfiglib, workspace.environment());
  }

  /** Where commands run: make's way when it runs us, else the tree, whose scripts they name. */
  private Path folder() {
    if (workspace.dropIn()) {
      return workspace.files().workDirectory();
    }
    Path tree = workspace.tree();
    boolean kernel = workspace.environment().containsKey("SRCARCH");
    return kernel && !Files.isWritable(tree)
        ? scratch(tree, MacroCache.standard(workspace.environment()))
        : tree;
  }

  /**
   * Another folder for a kernel's tree that cannot be written, as with {@code make O=}: commands
   * that ask a compiler make a file to compile, and where they cannot they say that it can do
   * nothing.
   */
  static Path scratch(Path tree, MacroCache cache) {
    Path scratch = cache.scratch();
    try {
      return scratch == null ? tree : Files.createDirectories(scratch);
    } catch (IOException _) {
      return tree;
    }
  }

  private TreeLoader.Loaded record(Path file, Messages messages) {
    MacroRecorder recorder = new MacroRecorder(srctree);
    TreeLoader.Loaded loaded = ask(messages, recorder);
    try {
      recorder.write(file.toAbsolutePath());
    } catch (IOException e) {
      throw new MacroException("cannot write the macros: " + e.getMessage(), null);
    }
    messages.err("recorded the answers to macros in " + ByteText.encode(file.toString()) + "\n");
    return loaded;
  }

  private TreeLoader.Loaded replay(Path file, Messages messages) {
    MacroRecord record = MacroRecord.read(file);
    return workspace.loader(record.environment(srctree)).load(record.shell(srctree), messages);
  }
}
