package dev.unprobed.kernel.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder in which a kernel was built, as far as the build came.
 *
 * @param root the folder: that of O=, or the sources'
 * @param release as {@code uname -r} says; empty when the build did not come so far
 * @param config values of symbols, without CONFIG_ and quotes; only n is missing
 * @param builtIn in link order
 * @param modules in the order of modules.order
 * @param remarks what is missing, for people
 */
public record BuildTree(
    Path root,
    String release,
    Map<String, String> config,
    List<TreeUnit> builtIn,
    List<TreeUnit> modules,
    List<String> remarks) {
  /** A folder without a .config is not one; the rest may be missing. */
  public static BuildTree read(Path root) throws IOException {
    return new TreeReader(root).read();
  }

  /** Whether it looks like one: it has a configuration, and Kbuild has been at work. */
  public static boolean isTree(Path folder) {
    return Files.isRegularFile(folder.resolve(".config"))
        && Files.isDirectory(folder.resolve("include/generated"));
  }

  /** The folder with the sources, when it is still there. */
  public Optional<Path> sources() {
    for (Path candidate : List.of(root, root.resolve("source"))) {
      if (Files.isRegularFile(candidate.resolve("Kbuild"))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
