package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.app.ledger.Platforms;
import dev.unprobed.app.merge.Merging;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.kernel.config.ConfigFile;
import dev.unprobed.kernel.kbuild.BuildPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources and the configuration of a build tree, for views that ask why something is there. */
final class LedgerSources {
  /** Where an architecture's families of chips have their symbols. */
  private static final Pattern PLATFORMS =
      Pattern.compile("arch/\\w+/(Kconfig\\.(platforms|socs)|(mach|plat)-[^/]+/Kconfig)");

  private static final Pattern NAME = Pattern.compile("(ARCH|SOC)_\\w+");

  private final TreeOptions options;
  private final Path config;
  private final Map<String, String> values;

  /**
   * @param given what the user says about the sources; whatever is open is as the build has it
   * @param build a folder in which a kernel was built
   */
  LedgerSources(TreeOptions given, Path build) {
    this.config = build.resolve(".config");
    this.options = new TreeOptions();
    options.tree = given.tree == null ? sources(build) : given.tree;
    options.arch = given.arch == null ? new ConfigArch(config.toString()).name() : given.arch;
    options.cc = given.cc;
    options.kconfig = given.kconfig;
    options.generation = given.generation;
    options.macros = given.macros;
    this.values = values(config);
  }

  private static Path sources(Path build) {
    return Stream.of(build, build.resolve("source"))
        .filter(folder -> Files.isRegularFile(folder.resolve("Kbuild")))
        .findFirst()
        .orElseThrow(() ->
            wrong(build, "no-sources", "its sources are not there", "say with --tree DIR where"));
  }

  private static Map<String, String> values(Path config) {
    try {
      return ConfigFile.parse(Files.readString(config, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw wrong(config, "unreadable", "cannot read the configuration", null);
    }
  }

  /** What the makefiles build with the numbers and texts of the configuration. */
  BuildPlan plan() {
    Workspace workspace = Workspace.of(options);
    String arch = ByteText.readable(workspace.sourceArchitecture());
    return BuildPlan.read(workspace.tree(), arch, this::text);
  }

  /** Of a symbol as in a .config; n when unset. */
  UnaryOperator<String> values() {
    return name -> values.getOrDefault(name, "n");
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(v -> !v.equals("y") && !v.equals("m"));
  }

  /** What would be gone with each platform that the configuration has. */
  Platforms platforms(BuildPlan plan) {
    ConfiguredTree tree = ConfiguredTree.load(options);
    Configured configured = tree.configure(config.toString());
    List<String> names = names(tree, configured.evaluation());
    List<Platforms.Without> each =
        names.parallelStream()
            .map(name -> new Platforms.Without(name, without(tree, configured, List.of(name))))
            .toList();
    return Platforms.of(
        plan, values(configured.evaluation()), each, without(tree, configured, names));
  }

  private List<String> names(ConfiguredTree tree, Evaluation evaluation) {
    List<String> names = new ArrayList<>();
    for (Symbol symbol : tree.loaded().tree().symbols()) {
      String name = symbol.name();
      boolean asked = symbol.definitions().stream().anyMatch(node -> node.prompt() != null);
      if (name != null
          && asked
          && NAME.matcher(name).matches()
          && symbol.type() == SymbolType.BOOL
          && evaluation.logicalValue(symbol) != Tristate.N
          && symbol.definitions().stream()
              .anyMatch(node -> PLATFORMS.matcher(node.location().file()).matches())) {
        names.add(name);
      }
    }
    return names;
  }

  private static UnaryOperator<String> without(
      ConfiguredTree tree, Configured configured, List<String> off) {
    StringBuilder lines = new StringBuilder();
    off.forEach(name -> lines.append("# %s%s is not set%n".formatted(tree.prefix(), name)));
    byte[] content =
        new Merging(tree.prefix())
            .add(ByteText.encode(configured.name()), configured.content(), true)
            .add("without", ByteText.bytes(lines.toString()), false)
            .merged()
            .content();
    return values(tree.evaluate(configured.name(), content));
  }

  private static UnaryOperator<String> values(Evaluation evaluation) {
    return name -> {
      Symbol symbol = evaluation.tree().find(ByteText.encode(name));
      return symbol == null || !symbol.defined()
          ? "n"
          : symbol.type().logical()
              ? Tristate.text(evaluation.logicalValue(symbol))
              : ByteText.readable(evaluation.text(symbol));
    };
  }

  private static KconfigException wrong(
      Path path, String check, String message, @org.jspecify.annotations.Nullable String hint) {
    return new KconfigException(
        Diagnostic.ofFile(ByteText.encode(path.toString()), check, message, hint));
  }
}
