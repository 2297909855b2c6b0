package dev.unprobed.bench;

import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.library.Trees;
import dev.unprobed.bench.proof.Formula;
import dev.unprobed.bench.proof.Measured;
import dev.unprobed.bench.speed.Cost;
import dev.unprobed.bench.speed.Stopwatch;
import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code bench/proofs}: what {@code unprobed prove} costs. */
public final class Proofs {
  private static final String USAGE =
      """
      usage: bench/proofs [OPTION]...
      Times the formula of a tree, single proofs and whole processes of unprobed prove.

        --tree DIR|VERSION  a kernel tree, or a version of Debian's linux-source (6.1)
        --arch ARCH         the architecture (arm64)
        --symbol SYMBOL     that one process is asked about (SERIAL_8250)

      Exit status: 0 unprobed keeps to its limits, 1 it does not, 2 wrong use, 3 the benchmark failed.
      """;

  private static final Set<String> NAMES = Set.of("tree", "arch", "symbol");
  private static final int MISSED = 1;

  private final Arguments arguments;
  private final Path root;

  private Proofs(Arguments arguments, Path root) {
    this.arguments = arguments;
    this.root = root;
  }

  /** The folder of the project is the system property {@code unprobed.root}. */
  public static void main(String[] words) {
    new Benchmark("proofs", USAGE)
        .main(words, (all, root) -> new Proofs(Arguments.parse(all, Set.of(), NAMES), root).run());
  }

  private int run() throws IOException {
    String arch = arguments.last("arch").orElse("arm64");
    Place place = Places.of(arguments.last("tree").orElse("6.1"), arch, Optional.empty());
    Map<String, String> environment = place.environment().variables();
    Formula formula = Formula.of(new Trees().loaded(environment).tree());
    String symbol = arguments.last("symbol").orElse("SERIAL_8250");
    // The first process builds unprobed where that is needed, and asks the compiler.
    prove(place, symbol);
    Measured measured = new Measured(formula, prove(place, symbol), prove(place, "all"));
    System.out.printf(
        "Linux %s, %s%n%n%s", place.tree().version(), place.arch().name(), measured.markdown());
    return measured.withinLimits() ? 0 : MISSED;
  }

  private Cost prove(Place place, String values) throws IOException {
    System.err.println("proofs: unprobed prove --values " + values);
    Path folder = Files.createTempDirectory("unprobed-proofs-");
    List<String> words = new ArrayList<>(List.of(root.resolve("unprobed").toString(), "prove"));
    words.addAll(List.of("--tree", place.tree().folder().toString()));
    words.addAll(List.of("--arch", place.arch().name(), "--values", values));
    try {
      return Stopwatch.measure(words, place.environment().variables(), folder);
    } finally {
      Cache.delete(folder);
    }
  }
}
