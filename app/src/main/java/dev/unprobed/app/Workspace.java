package dev.unprobed.app;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.GenerationDetector;
import dev.unprobed.kconfig.GenerationDetector.Found;
import dev.unprobed.kconfig.dialect.Dialect;
import dev.unprobed.kconfig.dialect.Trait;
import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source tree as one command sees it: where it is, whose rules hold, and the environment that its
 * Kconfig files are read with.
 *
 * @param tree the top of the source tree
 * @param mainFile the first Kconfig file, relative to the tree
 * @param environment variables as byte strings
 * @param sources where Kconfig files are looked for
 * @param files where configurations are read and written
 * @param dropIn whether make runs us in conf's place
 * @param macros the file that answers macros or is to record them, if any
 */
record Workspace(
    Path tree,
    String mainFile,
    Generation generation,
    Map<String, String> environment,
    WorkFiles sources,
    WorkFiles files,
    boolean dropIn,
    @Nullable Path macros) {

  /** What the options and the environment of this process say. */
  static Workspace of(TreeOptions options) {
    return of(options, System.getenv(), Path.of("").toAbsolutePath());
  }

  /** What the options and an environment say, seen from a directory. */
  static Workspace of(TreeOptions options, Map<String, String> processEnvironment, Path directory) {
    Map<String, String> given =
        processEnvironment.entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> ByteText.encode(e.getKey()), e -> ByteText.encode(e.getValue())));
    Path tree = tree(options, given, directory);
    boolean dropIn = options.tree == null && given.containsKey("srctree");
    WorkFiles files = new WorkFiles(directory, tree);
    Found found = found(options, tree);
    // Kconfiglib looks for Kconfig files in the tree alone.
    boolean treeOnly = found.generation().has(Trait.KCONFIGLIB_LANGUAGE);
    WorkFiles sources = dropIn && !treeOnly ? files : new WorkFiles(tree, null);
    Map<String, String> environment = TreeEnvironment.of(tree, found.dialect(), options, given);
    return new Workspace(
        tree,
        mainFile(options, found.dialect()),
        found.generation(),
        environment,
        sources,
        files,
        dropIn,
        options.macros);
  }

  private static Path tree(TreeOptions options, Map<String, String> given, Path directory) {
    Path named = options.tree;
    String srctree = given.get("srctree");
    Path tree =
        named != null
            ? directory.resolve(named)
            : srctree != null ? directory.resolve(ByteText.readable(srctree)) : directory;
    String kconfig = mainFile(options, GenerationDetector.find(tree).dialect());
    if (Files.isDirectory(tree) && (srctree != null || hasFile(tree, directory, kconfig))) {
      return tree.normalize();
    }
    String hint = "give the top of a kernel source tree with --tree DIR";
    String what =
        Files.isDirectory(tree) ? "there is no " + kconfig + " in it" : "it is no directory";
    throw new KconfigException(
        Diagnostic.ofFile(ByteText.encode(tree.normalize().toString()), "no-tree", what, hint));
  }

  private static boolean hasFile(Path tree, Path directory, String kconfig) {
    return Files.exists(tree.resolve(kconfig)) || Files.exists(directory.resolve(kconfig));
  }

  private static String mainFile(TreeOptions options, Dialect dialect) {
    return options.kconfig == null ? dialect.mainFile() : options.kconfig;
  }

  private static Found found(TreeOptions options, Path tree) {
    String wanted = options.generation;
    Found found = GenerationDetector.find(tree);
    if (wanted == null) {
      return found;
    }
    for (Dialect dialect : Dialect.values()) {
      if (dialect.text().equals(wanted)) {
        return new Found(dialect, dialect.generation());
      }
    }
    for (Generation generation : Generation.values()) {
      if (generation.version().equals(wanted)) {
        return new Found(found.dialect(), generation);
      }
    }
    throw new KconfigException(
        Diagnostic.ofFile(
            "--generation",
            "generation",
            "there are no rules for \"" + wanted + "\"",
            "one of " + known()));
  }

  private static String known() {
    Stream<String> generations = Arrays.stream(Generation.values()).map(Generation::version);
    Stream<String> dialects = Arrays.stream(Dialect.values()).map(Dialect::text);
    return Stream.concat(generations, dialects).distinct().collect(Collectors.joining(", "));
  }

  /** The architecture's directory below arch/. */
  String sourceArchitecture() {
    return environment.getOrDefault("SRCARCH", "");
  }

  /** Reads all Kconfig files. */
  TreeLoader.Loaded load(Messages messages) {
    return new MacroAnswers(this).load(messages);
  }

  TreeLoader loader(java.util.function.UnaryOperator<@Nullable String> variables) {
    return new TreeLoader(generation, mainFile, sources, variables);
  }
}
