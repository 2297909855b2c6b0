package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds, or fetches, Debian's arm64 kernel with its device trees, whatever this machine is. */
public final class KernelBinary {
  private static final Pattern NAME = Pattern.compile("linux-image-\\d[\\w.+]*-arm64");

  private final Progress progress;
  private final Tools tools;
  private final Path cache;

  private KernelBinary(Progress progress, Map<String, String> environment, Path cache) {
    this.progress = progress;
    this.tools = new Tools(environment);
    this.cache = cache;
  }

  /** An unpacked package; empty, with a word about it, when there is none to be had. */
  public static Optional<Path> find(Progress progress, Map<String, String> environment) {
    try {
      KernelBinary binary =
          new KernelBinary(progress, environment, KernelSource.cache(environment));
      Optional<Path> before = binary.before();
      return Optional.of(before.isPresent() ? before.get() : binary.fetch());
    } catch (Unavailable e) {
      progress.say("no packaged kernel, so no boards: " + e.reason());
      return Optional.empty();
    }
  }

  private Optional<Path> before() {
    try (Stream<Path> folders = Files.list(cache)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("linux-image-"))
          .filter(folder -> !Drafts.is(folder))
          .max((a, b) -> Versions.ORDER.compare(name(a), name(b)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private Path fetch() throws Unavailable {
    Apt apt = Apt.foreign(tools, progress, cache, "arm64");
    Apt.Candidate candidate = apt.newest("^linux-image-[0-9].*-arm64$", NAME);
    Path folder = cache.resolve(candidate.name() + "_" + candidate.version());
    progress.say(
        "fetching Debian's "
            + candidate.name()
            + " ("
            + KernelSource.megabytes(candidate.size())
            + ") through apt into "
            + cache
            + "; nothing is installed, and later runs use that");
    Path draft = Drafts.beside(folder);
    Path download = Drafts.beside(cache.resolve("download"));
    try {
      Path deb = apt.fetch(candidate.name(), candidate.size(), download);
      progress.step("unpacking " + candidate.name());
      Files.createDirectories(draft);
      Tools.Output output =
          tools.run(cache, List.of("dpkg-deb", "-x", deb.toString(), draft.toString()));
      if (!output.well()) {
        throw new Unavailable("dpkg-deb cannot unpack " + candidate.name());
      }
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      return folder;
    } catch (IOException e) {
      throw new Unavailable("cannot unpack " + candidate.name() + ": " + Unavailable.reason(e));
    } finally {
      Unpacking.delete(download);
      Unpacking.delete(draft);
    }
  }
}
