package dev.unprobed.bench;

import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.promise.ConfValues;
import dev.unprobed.bench.promise.Promise;
import dev.unprobed.bench.promise.Promises;
import dev.unprobed.bench.promise.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code bench/promises}: does conf do what the report says that it does? */
public final class Promised {
  private static final int STEP = 50;

  private static final String USAGE =
      """
      usage: bench/promises [OPTION]...
      Writes what `unprobed report` promises into a configuration and lets the tree's own conf answer.

        --tree DIR|VERSION  a kernel tree, or a version of Debian's linux-source; may be repeated (6.1 and 6.12)
        --only ARCH,...     only these architectures (arm64 and arm)
        --sample N          only so many promises of each architecture
        --seed S            of the sample (1)

      Exit status: 0 conf keeps every promise, 1 it does not, 2 wrong use, 3 the benchmark failed.
      """;

  private static final Set<String> NAMES = Set.of("tree", "only", "sample", "seed");

  private final Arguments arguments;
  private final Path root;

  private Promised(Arguments arguments, Path root) {
    this.arguments = arguments;
    this.root = root;
  }

  /** The folder of the project is the system property {@code unprobed.root}. */
  public static void main(String[] words) {
    new Benchmark("promises", USAGE)
        .main(
            words, (all, root) -> new Promised(Arguments.parse(all, Set.of(), NAMES), root).run());
  }

  private int run() throws IOException {
    Set<String> only = arguments.set("only");
    List<String> trees = arguments.all("tree");
    int broken = 0;
    for (String tree : trees.isEmpty() ? List.of("6.1", "6.12") : trees) {
      Set<String> architectures = only.isEmpty() ? Set.of("arm", "arm64") : only;
      for (Place place : Places.in(tree, architectures, Optional.empty())) {
        broken += verify(place);
      }
    }
    return broken == 0 ? 0 : 1;
  }

  private int verify(Place place) throws IOException {
    Path folder = Files.createTempDirectory("unprobed-promises-");
    Path work = Files.createDirectories(folder.resolve("conf"));
    List<Promise> all =
        Promises.of(
            List.of(root.resolve("unprobed").toString()),
            place.tree().folder(),
            place.arch().name(),
            place.environment().variables(),
            folder);
    int count = arguments.number("sample", all.size());
    List<Promise> promises = Verification.sample(all, count, arguments.number("seed", 1));
    String name = "Linux " + place.tree().version() + " " + place.arch().name();
    List<String> broken =
        new ArrayList<>(
            Verification.broken(
                promises, new ConfValues(place, work), done -> tell(name, done, promises.size())));
    broken.forEach(line -> System.out.println(name + ": " + line));
    System.out.printf(
        "%s: %d of %d promises verified, %d broken%n",
        name, promises.size(), all.size(), broken.size());
    dev.unprobed.bench.tree.Cache.delete(folder);
    return broken.size();
  }

  private static void tell(String name, int done, int all) {
    if (done % STEP == 0) {
      System.err.println("promises: " + name + ": " + done + " of " + all);
    }
  }
}
