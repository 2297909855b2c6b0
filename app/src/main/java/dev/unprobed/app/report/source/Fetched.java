package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The source package that is not installed: apt fetches it once. */
record Fetched(Tools tools, Progress progress, Apt apt, Unpacking unpacking, Path cache) {

  /** The newest tree that was fetched before, or else the newest that apt knows. */
  KernelSource.Found found() throws Unavailable {
    Optional<Path> before = before();
    Path tree = before.isPresent() ? before.get() : fetch();
    return new KernelSource.Found(tree, origin(tree), false);
  }

  /** What was unpacked from an installed package has no version of the package in its name. */
  private static String origin(Path tree) {
    return "Debian's " + name(tree).replaceFirst("_installed-.*", "").replace('_', ' ');
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private Optional<Path> before() {
    try (Stream<Path> folders = Files.list(cache)) {
      return folders
          .filter(folder -> name(folder).startsWith("linux-source-") && !Drafts.is(folder))
          .filter(Unpacking::isTree)
          .max((a, b) -> Versions.ORDER.compare(name(a), name(b)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Path fetch() throws Unavailable {
    Apt.Candidate candidate = apt.newestSource();
    unpacking.prepare();
    Path tree = cache.resolve(candidate.name() + "_" + candidate.version());
    progress.say(
        "fetching Debian's "
            + candidate.name()
            + (candidate.size() > 0 ? " (" + KernelSource.megabytes(candidate.size()) + ")" : "")
            + " through apt into "
            + cache
            + "; nothing is installed, and later runs use that");
    Path folder = Drafts.beside(cache.resolve("download"));
    try {
      unpack(apt.fetch(candidate.name(), candidate.size(), folder), tree);
    } finally {
      Unpacking.delete(folder);
    }
    return tree;
  }

  private void unpack(Path file, Path tree) throws Unavailable {
    Path folder = cache.toAbsolutePath();
    List<String> content = List.of("dpkg-deb", "--fsys-tarfile", file.toString());
    List<String> archive = List.of("tar", "-xO", "--wildcards", "*/linux-source-*.tar.xz");
    try {
      List<Process> processes =
          ProcessBuilder.startPipeline(
              List.of(tools.builder(folder, content), tools.builder(folder, archive)));
      try (InputStream in = processes.getLast().getInputStream()) {
        unpacking.unpack(in, Files.size(file), tree);
      }
    } catch (IOException e) {
      throw new Unavailable("cannot unpack " + file + ": " + Unavailable.reason(e));
    }
  }
}
