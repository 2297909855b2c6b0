package dev.unprobed.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unprobed.bench.exact.ConfRuns;
import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.sound.Score;
import dev.unprobed.bench.sound.SoundnessTable;
import dev.unprobed.bench.sound.Trial;
import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code bench/soundness}: are the configurations of the formula just those that conf accepts? */
public final class Soundness {
  private static final int DIFFERENT = 1;

  private static final String USAGE =
      """
      usage: bench/soundness [OPTION]...
      Gives configurations out of the formula to the tree's own conf, and those of conf to the formula.

        --tree DIR|VERSION  a kernel tree, or a version of Debian's linux-source; may be repeated (6.1 and 6.12)
        --only ARCH,...     only these architectures (arm64, arm, x86_64 and riscv)
        --count N           so many of each side, for each tree and architecture (250)
        --seed S            of the solver's configurations (1)
        --jobs N            runs of conf at a time (2)
        --out DIR           for the table and what differs (bench/target/soundness)

      Exit status: 0 nothing differs, 1 something does, 2 wrong use, 3 the benchmark failed.
      """;

  private static final Set<String> NAMES = Set.of("tree", "only", "count", "seed", "jobs", "out");
  private static final Set<String> ARCHITECTURES = Set.of("arm64", "arm", "x86_64", "riscv");

  private final Arguments arguments;
  private final Path folder;

  private Soundness(Arguments arguments, Path root) {
    this.arguments = arguments;
    folder = arguments.last("out").map(Path::of).orElse(root.resolve("bench/target/soundness"));
  }

  /** The folder of the project is the system property {@code unprobed.root}. */
  public static void main(String[] words) {
    new Benchmark("soundness", USAGE)
        .main(
            words, (all, root) -> new Soundness(Arguments.parse(all, Set.of(), NAMES), root).run());
  }

  private int run() throws IOException, InterruptedException {
    Trial trial =
        new Trial(
            new ConfRuns(Cache.folder("conf-runs"), true),
            arguments.number("jobs", 2),
            folder.resolve("different"),
            text -> System.err.println("soundness: " + text));
    List<Score> scores = new ArrayList<>();
    for (Place place : places()) {
      scores.add(trial.of(place, arguments.number("count", 250), arguments.number("seed", 1)));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("table.md"), new SoundnessTable(scores).markdown(), UTF_8);
    }
    System.out.print(new SoundnessTable(scores).markdown());
    scores.forEach(score -> score.wrong().forEach(System.out::println));
    return scores.stream().allMatch(Score::good) ? 0 : DIFFERENT;
  }

  private List<Place> places() throws IOException {
    Set<String> only = arguments.set("only");
    List<String> trees = arguments.all("tree");
    List<Place> places = new ArrayList<>();
    for (String tree : trees.isEmpty() ? List.of("6.1", "6.12") : trees) {
      places.addAll(Places.in(tree, only.isEmpty() ? ARCHITECTURES : only, Optional.empty()));
    }
    return places;
  }
}
