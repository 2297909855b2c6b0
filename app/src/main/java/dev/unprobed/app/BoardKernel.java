package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.source.SourceKernel;
import dev.unprobed.kernel.unit.Kernel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kernel that a tree and a configuration would give, where nothing has been built. */
final class BoardKernel {
  private final ConfiguredTree tree;
  private final Evaluation values;

  private BoardKernel(ConfiguredTree tree, Evaluation values) {
    this.tree = tree;
    this.values = values;
  }

  /**
   * Reads sources.
   *
   * @param config the configuration; absent for .config, or else the architecture's default one
   */
  static Kernel read(TreeOptions options, @Nullable String config) {
    ConfiguredTree tree = ConfiguredTree.load(options);
    Configured configured = StartingPoint.of(tree, config).configured(Console.ofProcess());
    return new BoardKernel(tree, configured.evaluation()).kernel();
  }

  private Kernel kernel() {
    return SourceKernel.read(
        tree.workspace().tree(),
        architecture(),
        config(),
        ByteText.readable(tree.workspace().environment().getOrDefault("KERNELVERSION", "")));
  }

  private Architecture architecture() {
    String name = ByteText.readable(tree.workspace().sourceArchitecture());
    return Arrays.stream(Architecture.values())
        .filter(architecture -> architecture.kernelName().equals(name))
        .findFirst()
        .orElseThrow(() -> wrong(name));
  }

  private static KconfigException wrong(String name) {
    List<String> known =
        Arrays.stream(Architecture.values()).map(Architecture::kernelName).toList();
    return new KconfigException(
        Diagnostic.ofFile(
            "unprobed",
            "unknown-architecture",
            "boards of " + (name.isEmpty() ? "an unnamed architecture" : name) + " are not known",
            "known are: " + String.join(", ", known)));
  }

  /** What is not n, texts without quotes. */
  private Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    for (Symbol symbol : tree.loaded().tree().symbols()) {
      String name = symbol.name();
      if (name != null && symbol.defined()) {
        String value = ByteText.readable(values.text(symbol));
        if (!value.equals("n") && !value.isEmpty()) {
          config.put(ByteText.readable(name), value);
        }
      }
    }
    return config;
  }
}
