package dev.unprobed.bench;

import dev.unprobed.bench.exact.ConfRuns;
import dev.unprobed.bench.exact.Job;
import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.library.Trees;
import dev.unprobed.bench.speed.Contestant;
import dev.unprobed.bench.speed.Race;
import dev.unprobed.bench.speed.Standings;
import dev.unprobed.bench.speed.Track;
import dev.unprobed.bench.speed.WarmLoop;
import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code bench/speed}: whole processes of conf, unprobed and others, in turn, doing the same work.
 */
public final class Speed {

  private static final String USAGE =
      """
      usage: bench/speed [OPTION]...
      Times olddefconfig on a defconfig, as whole processes, in turn.

        --tree DIR|VERSION  a kernel tree, or a version of Debian's linux-source (6.1)
        --arch ARCH         the architecture, whose first defconfig is taken (arm64)
        --rounds N          how often (11)
        --kconfiglib DIR    also Kconfiglib, from this folder

      Exit status: 0 unprobed keeps to its limits, 1 it does not, 2 wrong use, 3 the benchmark failed.
      """;

  private static final Set<String> NAMES = Set.of("tree", "arch", "rounds", "kconfiglib");
  private static final double WARM_LIMIT = 0.5;
  private static final double COLD_LIMIT = 1.0;
  private static final double LOAD_LIMIT_MILLIS = 150;
  private static final int MISSED = 1;

  private final Arguments arguments;
  private final Path root;

  private Speed(Arguments arguments, Path root) {
    this.arguments = arguments;
    this.root = root;
  }

  /** The folder of the project is the system property {@code unprobed.root}. */
  public static void main(String[] words) {
    new Benchmark("speed", USAGE)
        .main(words, (all, root) -> new Speed(Arguments.parse(all, Set.of(), NAMES), root).run());
  }

  private int run() throws IOException {
    Place place =
        Places.of(
            arguments.last("tree").orElse("6.1"),
            arguments.last("arch").orElse("arm64"),
            Optional.empty());
    Job defconfig = Job.defconfig(place);
    String config = new ConfRuns(Cache.folder("conf-runs"), true).of(defconfig).file(Job.CONFIG);
    Map<String, String> files = Map.of(Job.CONFIG, config, Job.AUTO_CONF, "");
    try (Track track = Track.of(files, Job.CONFIG)) {
      Race race = new Race(track, contestants(place));
      Standings standings = new Standings(race.run(arguments.number("rounds", 11), Speed::tell));
      System.out.printf(
          "Linux %s, %s, olddefconfig on %s%n%n%s",
          place.tree().version(), place.arch().name(), defconfig.name(), standings.markdown());
      boolean quick = isQuickWhenWarm(place);
      return quick && standings.isWithinLimits() ? 0 : MISSED;
    }
  }

  private static boolean isQuickWhenWarm(Place place) throws IOException {
    tell("loading the tree again and again in one JVM");
    WarmLoop.Time time =
        new WarmLoop(40, 41).medians(new Trees().loading(place.environment().variables()));
    System.out.printf(
        "%nLoading the tree in a warm JVM: %.0f ms, at most %.0f; %.0f ms of CPU%n",
        time.wall(), LOAD_LIMIT_MILLIS, time.cpu());
    return time.wall() <= LOAD_LIMIT_MILLIS;
  }

  private static void tell(String text) {
    System.err.println("speed: " + text);
  }

  private List<Contestant> contestants(Place place) {
    SortedMap<String, String> environment = place.environment().variables();
    String conf = place.oracle().program().toString();
    List<String> unprobed = List.of(root.resolve("unprobed").toString(), "config", "olddefconfig");
    List<Contestant> all = new ArrayList<>();
    all.add(Contestant.of("conf", List.of(conf, "--olddefconfig", "Kconfig"), environment));
    all.add(Contestant.of("unprobed, cache warm", unprobed, environment).within(WARM_LIMIT));
    all.add(
        Contestant.of("unprobed, cache cold", unprobed, environment)
            .withoutCache()
            .within(COLD_LIMIT));
    arguments.last("kconfiglib").ifPresent(folder -> all.add(kconfiglib(folder, environment)));
    return all;
  }

  private static Contestant kconfiglib(String folder, Map<String, String> environment) {
    SortedMap<String, String> more = new TreeMap<>(environment);
    more.put("PYTHONPATH", folder);
    String program = Path.of(folder, "olddefconfig.py").toAbsolutePath().toString();
    return Contestant.of("Kconfiglib", List.of("python3", program, "Kconfig"), more);
  }
}
