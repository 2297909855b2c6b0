package dev.unprobed.kernel;

import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.pack.KernelPackage;
import dev.unprobed.kernel.program.Architecture;
import dev.unprobed.kernel.tree.BuildTree;
import dev.unprobed.kernel.unit.Kernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a kernel, whatever form it comes in.
 *
 * <p>In a package the files do not tell of every built-in driver which unit it is of. Where they do
 * not, its unit is named after the initcall that registers it, in parentheses, and has no path.
 */
public final class KernelReader {
  private KernelReader() {}

  /**
   * A build tree, a .deb, the folder that one was unpacked to, the root of an installed system, or
   * a boot image.
   *
   * @throws MalformedInput when it is none of these, is broken, or cannot be read
   */
  public static Kernel read(Path path) {
    return read(path, architecture -> {});
  }

  /**
   * The same.
   *
   * @param early is told for what processors the kernel is before all the rest is read, which takes
   *     much longer; what it throws ends the reading
   */
  public static Kernel read(Path path, Consumer<Architecture> early) {
    try {
      return BuildTree.isTree(path)
          ? new TreeKernel(BuildTree.read(path)).read(early)
          : PackagedKernel.read(KernelPackage.open(path, cache()), early);
    } catch (NoSuchFileException e) {
      throw new MalformedInput(e.getFile(), -1, "no-such-file", "there is no such file", null);
    } catch (IOException | UncheckedIOException e) {
      throw new MalformedInput(path.toString(), -1, "unreadable", "cannot be read: " + e, null);
    }
  }

  /** The user's: {@code $XDG_CACHE_HOME/unprobed}, by default {@code ~/.cache/unprobed}. */
  public static Path cache() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path base =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return base.resolve("unprobed").resolve("packages");
  }
}
