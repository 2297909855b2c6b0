package dev.unprobed.bench.sound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.unprobed.bench.exact.Expected;
import dev.unprobed.bench.exact.Job;
import dev.unprobed.bench.exact.Place;
import dev.unprobed.bench.library.Trees;
import dev.unprobed.bench.sound.SolverMade.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Both sides of one tree. conf runs in the background, while the solver, of which there is one,
 * makes and judges configurations in the caller's thread.
 *
 * @param different where both files of what differs are put
 * @param out for progress
 */
public record Trial(Expected conf, int workers, Path different, Consumer<String> out) {
  private static final int STEP = 50;

  /**
   * Does so many configurations of each side.
   *
   * @param seed of the solver's configurations
   */
  public Score of(Place place, int count, long seed) throws IOException, InterruptedException {
    Subject subject = Subject.of(place, new Trees());
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      return new Sides(subject, count, new SolverMade(subject, seed), pool).score();
    } catch (ExecutionException e) {
      throw new IOException(subject.name() + ": " + e.getCause(), e);
    }
  }

  private final class Sides {
    private final Subject subject;
    private final int count;
    private final SolverMade solver;
    private final ExecutorService pool;
    private final List<String> wrong = new ArrayList<>();
    private int unchanged;
    private int random;
    private int satisfying;
    private int leftOut;

    Sides(Subject subject, int count, SolverMade solver, ExecutorService pool) {
      this.subject = subject;
      this.count = count;
      this.solver = solver;
      this.pool = pool;
    }

    Score score() throws IOException, InterruptedException, ExecutionException {
      List<Future<String>> answers = new ArrayList<>();
      List<Made> made = new ArrayList<>();
      for (int number = 1; number <= count; number++) {
        Made next = solver.next();
        made.add(next);
        answers.add(pool.submit(() -> olddefconfig(next.config())));
        tell("made by the solver", number);
      }
      ConfMade confMade = new ConfMade(subject.place(), conf);
      List<Future<Optional<String>>> points = new ArrayList<>();
      for (int number = 1; number <= count; number++) {
        int seed = number;
        points.add(pool.submit(() -> confMade.fixedPoint(seed)));
      }
      for (int number = 1; number <= count; number++) {
        compare(number, made.get(number - 1), answers.get(number - 1).get());
        tell("looked at by conf", number);
      }
      for (int number = 1; number <= count; number++) {
        Optional<String> config = points.get(number - 1).get();
        if (config.isPresent()) {
          judge(number, config.get());
        }
        tell("made by conf", number);
      }
      return new Score(
          subject.place().tree().name(),
          subject.place().arch().name(),
          subject.symbols().size(),
          subject.model().cnf().variables(),
          subject.model().cnf().clauses(),
          count,
          solver.shown(),
          unchanged,
          random,
          satisfying,
          leftOut,
          wrong);
    }

    private String olddefconfig(String config) throws IOException {
      Job job = Job.of(subject.place(), "olddefconfig", "solver").on(Job.CONFIG, _ -> config);
      return conf.of(job).file(Job.CONFIG);
    }

    private void compare(int number, Made made, String answer) throws IOException {
      if (!made.wrong().isEmpty()) {
        blame("solver-" + number, made.wrong(), made.config(), answer);
      } else if (!answer.equals(made.config())) {
        blame("solver-" + number, "conf changes it", made.config(), answer);
      } else {
        unchanged++;
      }
    }

    private void judge(int number, String config) throws IOException {
      random++;
      Membership.Answer answer = new Membership(subject).of(config);
      switch (answer.standing()) {
        case SATISFIES -> satisfying++;
        case LEFT_OUT -> leftOut++;
        case DIFFERS -> blame("random-" + number, answer.wrong(), "", config);
      }
    }

    private void blame(String name, String reason, String ours, String theirs) throws IOException {
      String file = subject.name().replace(' ', '-') + "-" + name;
      Files.createDirectories(different);
      Files.writeString(different.resolve(file + ".unprobed"), ours, ISO_8859_1);
      Files.writeString(different.resolve(file + ".conf"), theirs, ISO_8859_1);
      wrong.add(file + ": " + reason);
      out.accept(file + ": " + reason);
    }

    private void tell(String what, int number) {
      if (number % STEP == 0) {
        out.accept("%s: %d of %d %s".formatted(subject.name(), number, count, what));
      }
    }
  }
}
