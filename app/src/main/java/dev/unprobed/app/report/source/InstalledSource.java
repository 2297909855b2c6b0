package dev.unprobed.app.report.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Debian's packages of kernel sources, as they are installed. */
public final class InstalledSource {
  private InstalledSource() {}

  /**
   * A source tree that somebody unpacked beside the archive.
   *
   * @param place usually /usr/src
   * @param version such as 6.1
   */
  public static Optional<Path> folder(Path place, String version) {
    return Optional.of(place.resolve("linux-source-" + version)).filter(Unpacking::isTree);
  }

  /** The archive of a version. */
  public static Optional<Path> archive(Path place, String version) {
    return Optional.of(place.resolve("linux-source-" + version + ".tar.xz"))
        .filter(Files::isRegularFile);
  }
}
