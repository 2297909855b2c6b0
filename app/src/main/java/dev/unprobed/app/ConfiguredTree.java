package dev.unprobed.app;

import dev.unprobed.app.diff.Side;
import dev.unprobed.kconfig.dotconfig.ConfigLines;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Messages;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.kconfig.source.SourceFile;
import dev.unprobed.kconfig.target.Conf;
import dev.unprobed.kconfig.target.ConfSession;
import dev.unprobed.kconfig.target.Target;
import dev.unprobed.kconfig.tree.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A loaded tree that gives values to configurations, as olddefconfig would, and writes nothing. */
record ConfiguredTree(Workspace workspace, TreeLoader.Loaded loaded) {

  /**
   * A configuration with its values.
   *
   * @param name what people call it
   * @param content of its file
   * @param unknown symbols that the file sets and the tree does not define, readable
   */
  record Configured(String name, byte[] content, Evaluation evaluation, List<String> unknown) {
    Side side(String label) {
      return new Side(label, evaluation);
    }
  }

  /** Loads the tree that the options name. */
  static ConfiguredTree load(TreeOptions options) {
    Workspace workspace = Workspace.of(options);
    return new ConfiguredTree(workspace, workspace.load(Messages.NONE));
  }

  /** Loads another tree in the same way, with a file of its own for the answers to macros. */
  static ConfiguredTree load(TreeOptions options, Path tree, @Nullable Path macros) {
    TreeOptions other = new TreeOptions();
    other.tree = tree;
    other.arch = options.arch;
    other.cc = options.cc;
    other.kconfig = options.kconfig;
    other.generation = options.generation;
    other.macros = macros;
    return load(other);
  }

  /** Such as {@code Linux 6.1.192 arm64 (/usr/src/linux)}. */
  String title() {
    String arch = ByteText.readable(variable("ARCH"));
    return kernel() + (arch.isEmpty() ? "" : " " + arch) + " (" + workspace.tree() + ")";
  }

  /** Such as {@code Linux 6.1.192}. */
  String kernel() {
    String version = ByteText.readable(variable("KERNELVERSION"));
    return version.isEmpty() ? "a tree without a version" : "Linux " + version;
  }

  /** The path of the configuration that {@code make defconfig} starts from, in the tree. */
  String defaultConfiguration() {
    return ByteText.readable(DefaultConfiguration.of(workspace));
  }

  private String variable(String name) {
    return workspace.environment().getOrDefault(name, "");
  }

  String prefix() {
    return workspace.environment().getOrDefault("CONFIG_", "CONFIG_");
  }

  /**
   * Gives values to the configuration of that name: a file, or a default configuration of the
   * architecture.
   */
  Configured configure(String name) {
    return configure(name, content(name));
  }

  /** Gives values to a configuration that has been read already. */
  Configured configure(String name, byte[] content) {
    List<String> unknown = unknown(name, content);
    return new Configured(name, content, evaluate(name, content), unknown);
  }

  /** The values that olddefconfig gives, without a look at what the file sets in vain. */
  Evaluation evaluate(String name, byte[] content) {
    ConfSession session =
        new ConfSession(
            workspace.files(),
            workspace.environment()::get,
            Messages.NONE,
            ConfSession.Answers.NONE,
            true);
    Conf conf = new Conf(loaded, session, Target.OLDDEFCONFIG, null, null);
    return conf.evaluate(ByteText.encode(name), content);
  }

  byte[] content(String name) {
    String encoded = ByteText.encode(name);
    String arch = workspace.sourceArchitecture();
    String configs = "arch/" + arch + "/configs/";
    for (String candidate : List.of(encoded, configs + encoded)) {
      byte[] content = read(candidate, name);
      if (content != null) {
        return content;
      }
    }
    if (name.equals("defconfig")) {
      byte[] content = read(DefaultConfiguration.of(workspace), name);
      if (content != null) {
        return content;
      }
    }
    throw wrong(
        name,
        "missing-config",
        "there is no such file",
        arch.isEmpty()
            ? "names are relative to the work directory or the tree"
            : "names are relative to the work directory, the tree, or " + configs + " in it");
  }

  /** A Kconfig file of the tree, empty when there is none of that name. */
  SourceFile source(String name) {
    try {
      byte[] bytes = workspace.sources().read(name);
      return new SourceFile(name, bytes == null ? new byte[0] : bytes);
    } catch (IOException e) {
      throw new KconfigException(
          Diagnostic.ofFile(name, "unreadable", "cannot read the file: " + Reason.of(e), null));
    }
  }

  private byte @Nullable [] read(String candidate, String name) {
    try {
      return workspace.files().read(candidate);
    } catch (IOException e) {
      throw wrong(name, "unreadable", "cannot read the file: " + e.getMessage(), null);
    }
  }

  /** Finds what the file sets in vain, and refuses a file that sets nothing at all. */
  private List<String> unknown(String name, byte[] content) {
    List<String> unknown = new ArrayList<>();
    int[] lines = {0};
    Function<String, @Nullable Symbol> find = loaded.tree()::find;
    new ConfigLines(loaded.tree().generation(), prefix())
        .forEach(
            content,
            (line, symbol, value) -> {
              lines[0]++;
              Symbol found = find.apply(symbol);
              if ((found == null || !found.defined()) && !value.equals("n")) {
                unknown.add(ByteText.readable(symbol));
              }
            },
            (line, text) -> {});
    if (lines[0] == 0 && !ByteText.of(content).isBlank()) {
      throw wrong(
          name,
          "no-config",
          "no line of this file sets a symbol",
          "a .config has lines such as " + prefix() + "PCI=y");
    }
    return unknown;
  }

  private static KconfigException wrong(
      String name, String check, String message, @Nullable String hint) {
    return new KconfigException(Diagnostic.ofFile(ByteText.encode(name), check, message, hint));
  }
}
