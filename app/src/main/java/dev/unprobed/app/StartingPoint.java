package dev.unprobed.app;

import dev.unprobed.app.ConfiguredTree.Configured;
import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that a command looks at.
 *
 * @param name of a file, or of a default configuration
 * @param fallback whether that is only because there is no {@code .config}
 */
record StartingPoint(ConfiguredTree tree, String name, boolean fallback) {
  /** What the user named, else the {@code .config}, else the architecture's default one. */
  static StartingPoint of(ConfiguredTree tree, @Nullable String named) {
    if (named != null) {
      return new StartingPoint(tree, named, false);
    }
    Workspace workspace = tree.workspace();
    String current = workspace.environment().getOrDefault("KCONFIG_CONFIG", ".config");
    boolean there = exists(workspace, current);
    String name = there ? current : DefaultConfiguration.of(workspace);
    return new StartingPoint(tree, ByteText.readable(name), !there);
  }

  private static boolean exists(Workspace workspace, String name) {
    try {
      return workspace.files().read(name) != null;
    } catch (IOException _) {
      // Reading it again says what is wrong with it.
      return true;
    }
  }

  Configured configured(Console console) {
    if (fallback) {
      console.remark("There is no .config: this is about " + name + " (see --config).");
    }
    return tree.configure(name);
  }
}
