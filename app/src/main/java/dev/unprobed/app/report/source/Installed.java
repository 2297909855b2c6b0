package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The source package that is installed: an archive that is unpacked once. */
record Installed(Progress progress, Unpacking unpacking, Path cache) {

  /** The newest archive in a folder such as /usr/src. */
  static Optional<Path> newest(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).matches("linux-source-[0-9.]+\\.tar\\.xz"))
          .max((a, b) -> Versions.ORDER.compare(name(a), name(b)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The tree in the archive, which is unpacked unless it was before. */
  KernelSource.Found found(Path archive) throws Unavailable {
    String name = name(archive).replace(".tar.xz", "");
    try {
      long size = Files.size(archive);
      long time = Files.getLastModifiedTime(archive).to(java.util.concurrent.TimeUnit.SECONDS);
      Path tree = cache.resolve(name + "_installed-" + size + "-" + time);
      if (!Unpacking.isTree(tree)) {
        unpack(archive, size, tree);
      }
      return new KernelSource.Found(tree, "Debian's " + name + " from " + archive, false);
    } catch (IOException e) {
      throw new Unavailable("cannot read " + archive + ": " + Unavailable.reason(e));
    }
  }

  private void unpack(Path archive, long size, Path tree) throws Unavailable, IOException {
    progress.say(
        "unpacking what Kconfig needs of "
            + archive
            + " ("
            + KernelSource.megabytes(size)
            + ") into "
            + cache
            + "; later runs use that");
    try (InputStream in = Files.newInputStream(archive)) {
      unpacking.unpack(in, size, tree);
    }
  }
}
