package dev.unprobed.app.report.source;

import dev.unprobed.app.report.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds, or fetches, a kernel tree. */
public final class KernelSource {
  private static final Path INSTALLED = Path.of("/usr/src");

  private final Progress progress;
  private final Map<String, String> environment;
  private final Tools tools;
  private final Path installed;
  private final @Nullable Path home;

  /**
   * @param environment of this process
   * @param home where unprobed itself is installed, for its samples; absent when that is not known
   */
  public KernelSource(Progress progress, Map<String, String> environment, @Nullable Path home) {
    this(progress, environment, new Tools(environment), INSTALLED, home);
  }

  KernelSource(
      Progress progress,
      Map<String, String> environment,
      Tools tools,
      Path installed,
      @Nullable Path home) {
    this.progress = progress;
    this.environment = environment;
    this.tools = tools;
    this.installed = installed;
    this.home = home;
  }

  /**
   * A tree.
   *
   * @param origin where it comes from, for people
   * @param sample whether it is only the sample that comes with unprobed
   */
  public record Found(Path tree, String origin, boolean sample) {}

  /** A tree by the best way there is; empty when there is none at all. */
  public Optional<Found> find() {
    try {
      return Optional.of(debian());
    } catch (Unavailable e) {
      progress.say("no kernel source: " + e.reason());
      Optional<Found> sample = sample();
      if (sample.isPresent()) {
        progress.say(
            "this report is about the small sample tree that comes with unprobed, not about a"
                + " kernel; give it one with --tree DIR");
      }
      return sample;
    }
  }

  private Found debian() throws Unavailable {
    Path cache = cache();
    Drafts.clean(cache);
    Apt apt = new Apt(tools, progress, cache);
    Unpacking unpacking = new Unpacking(tools, progress, new Xz(tools, progress, apt, cache));
    Optional<Path> archive = Installed.newest(installed);
    if (archive.isPresent()) {
      return new Installed(progress, unpacking, cache).found(archive.get());
    }
    return new Fetched(tools, progress, apt, unpacking, cache).found();
  }

  private Path cache() throws Unavailable {
    return cache(environment);
  }

  /** Where all that is fetched goes. */
  static Path cache(Map<String, String> environment) throws Unavailable {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String user = environment.getOrDefault("HOME", "");
    if (caches.startsWith("/")) {
      return Path.of(caches, "unprobed", "debian");
    }
    if (user.startsWith("/")) {
      return Path.of(user, ".cache", "unprobed", "debian");
    }
    throw new Unavailable("neither XDG_CACHE_HOME nor HOME says where a cache may be");
  }

  private Optional<Found> sample() {
    Path tree = home == null ? null : home.resolve("samples/linux");
    return tree == null || !Files.isRegularFile(tree.resolve("Kconfig"))
        ? Optional.empty()
        : Optional.of(new Found(tree, "the sample tree of unprobed", true));
  }

  static String megabytes(long bytes) {
    return Math.max(1, Math.round(bytes / 1e6)) + " MB";
  }
}
