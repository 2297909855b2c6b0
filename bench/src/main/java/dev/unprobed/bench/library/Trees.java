package dev.unprobed.bench.library;

import dev.unprobed.bench.speed.WarmLoop;
import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.GenerationDetector;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.parse.TreeLoader.Loaded;
import dev.unprobed.kconfig.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads trees, and keeps the last few. */
public final class Trees {

  private static final String SRCTREE = "srctree";
  private static final int KEPT = 4;

  private final Path folder;
  private final Map<Map<String, String>, Tree> trees = new LinkedHashMap<>();

  /** Trees whose shell commands run in an empty folder. */
  public Trees() throws IOException {
    folder = Files.createTempDirectory("unprobed-shell-");
    folder.toFile().deleteOnExit();
  }

  /**
   * A tree and what conf would have said while it read it.
   *
   * @param messages to be said again in every run
   */
  record Tree(Loaded loaded, MessageLog messages, TreeLoader loader, RememberingShell shell) {

    /** The same again, while all shell commands have their answers. */
    Loaded reload() {
      return loader.load(shell.to(Messages.NONE), Messages.NONE);
    }
  }

  /** The tree that the environment names, read with that environment. */
  synchronized Tree in(Map<String, String> environment) {
    SortedMap<String, String> read = new TreeMap<>(environment);
    read.keySet().removeIf(name -> name.startsWith("KCONFIG_") || name.equals("CONFIG_"));
    Tree tree = trees.computeIfAbsent(read, this::load);
    if (trees.size() > KEPT) {
      trees.remove(trees.keySet().iterator().next());
    }
    return tree;
  }

  /** The files of the tree that the environment names. */
  public Loaded loaded(Map<String, String> environment) {
    return in(environment).loaded();
  }

  private Tree load(Map<String, String> environment) {
    Path source = Path.of(environment.getOrDefault(SRCTREE, "."));
    Generation generation = GenerationDetector.detect(source);
    WorkFiles files = new WorkFiles(folder, source);
    TreeLoader loader = new TreeLoader(generation, "Kconfig", files, environment::get);
    RememberingShell shell = new RememberingShell(environment, folder);
    MessageLog messages = new MessageLog();
    Loaded loaded = loader.load(shell.to(messages), messages);
    return new Tree(loaded, messages, loader, shell);
  }

  /** Something to repeat: loads the tree anew, from its files, while its macros are known. */
  public WarmLoop.Work loading(Map<String, String> environment) {
    Tree tree = in(environment);
    return () -> {
      var _ = tree.reload();
    };
  }
}
