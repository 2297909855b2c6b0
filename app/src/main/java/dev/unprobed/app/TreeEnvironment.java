package dev.unprobed.app;

import dev.unprobed.kconfig.dialect.Dialect;
import dev.unprobed.kconfig.macro.KernelEnvironment;
import dev.unprobed.kconfig.source.ByteText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment that Kconfig files are read with: the process's own, completed as the tree's
 * Makefile would.
 */
final class TreeEnvironment {
  private TreeEnvironment() {}

  static Map<String, String> of(
      Path tree, Dialect dialect, TreeOptions options, Map<String, String> given) {
    if (!dialect.kernelEnvironment() || !Files.isDirectory(tree.resolve("arch"))) {
      Map<String, String> environment = new LinkedHashMap<>(dialect.environment(given));
      environment.putIfAbsent("srctree", ByteText.encode(tree.toString()));
      return environment;
    }
    String arch =
        options.arch != null
            ? ByteText.encode(options.arch)
            : given.getOrDefault("ARCH", KernelEnvironment.machineArchitecture());
    String cc = options.cc == null ? null : ByteText.encode(options.cc);
    return KernelEnvironment.of(tree, arch, cc, given);
  }
}
