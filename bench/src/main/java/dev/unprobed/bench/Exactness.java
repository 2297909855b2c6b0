package dev.unprobed.bench;

import dev.unprobed.bench.exact.Candidate;
import dev.unprobed.bench.exact.Candidates;
import dev.unprobed.bench.exact.ConfRuns;
import dev.unprobed.bench.exact.Exam;
import dev.unprobed.bench.exact.Job;
import dev.unprobed.bench.exact.Matrix;
import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.exact.Selection;
import dev.unprobed.bench.library.InProcessCandidate;
import dev.unprobed.bench.library.Trees;
import dev.unprobed.bench.tree.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code bench/exactness}: is all that unprobed does the same as what the tree's own conf does? */
public final class Exactness {

  private static final int DIFFERENT = 1;

  private final ExactnessOptions options;
  private final Path root;

  private Exactness(ExactnessOptions options, Path root) {
    this.options = options;
    this.root = root;
  }

  /** The folder of the project is the system property {@code unprobed.root}. */
  public static void main(String[] words) {
    new Benchmark("exactness", ExactnessOptions.USAGE)
        .main(
            words,
            (all, root) -> {
              Path folder = root.resolve("bench/target/exactness");
              return new Exactness(ExactnessOptions.parse(all, folder), root).run();
            });
  }

  private int run() throws IOException, InterruptedException {
    List<Place> places = places();
    List<Job> jobs = jobs(places);
    if (options.listing()) {
      jobs.forEach(job -> System.out.println(job.id()));
      return 0;
    }
    ConfRuns conf = new ConfRuns(Cache.folder("conf-runs"), options.replaying());
    try (Candidate candidate = candidate()) {
      Exam exam = new Exam(conf, candidate, options.folder(), options.fresh());
      String preface = Preface.of(places, options.replaying());
      Exam.Report report = exam.run(jobs, options.jobs(), preface, Exactness::tell);
      System.out.println("exactness: " + report.summary());
      return switch (report.verdict()) {
        case IDENTICAL, REFUSED, ENDLESS -> 0;
        case DIFFERENT -> DIFFERENT;
        case FAILED -> Benchmark.BROKEN;
      };
    }
  }

  private static void tell(String text) {
    System.err.print(text);
    System.err.flush();
  }

  private Candidate candidate() throws IOException {
    if (options.onlyConf()) {
      return Candidates.none();
    }
    return options.inProcess()
        ? new InProcessCandidate(new Trees(), Candidates.fingerprint(root))
        : Candidates.process(root);
  }

  private List<Place> places() throws IOException {
    List<Place> places = new ArrayList<>();
    for (String tree : options.trees()) {
      places.addAll(Places.in(tree, options.architectures(), options.compiler()));
    }
    return places;
  }

  private List<Job> jobs(List<Place> places) throws IOException {
    Matrix matrix = new Matrix(options.deep(), options.shallow());
    List<Job> jobs = new ArrayList<>();
    for (Place place : places) {
      matrix.jobs(place).stream()
          .filter(job -> isWanted(options.targets(), job.target()))
          .forEach(jobs::add);
    }
    return options
        .sample()
        .map(count -> Selection.sample(jobs, count, options.seed()))
        .orElse(jobs);
  }

  private static boolean isWanted(Set<String> wanted, String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }
}
