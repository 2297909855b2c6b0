package dev.unprobed.bench.exact;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Digest;
import dev.unprobed.bench.tree.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Runs conf, and keeps what it did in a folder: for the same conf, tree, tools, environment,
 * arguments and input files it is not run again.
 */
public final class ConfRuns implements Expected {

  private final Path folder;
  private final boolean replaying;
  private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();

  /**
   * @param folder of the outcomes
   * @param replaying whether the answers of shell commands are recorded and played back, rather
   *     than each run of conf asking the compiler anew
   */
  public ConfRuns(Path folder, boolean replaying) {
    this.folder = folder;
    this.replaying = replaying;
  }

  @Override
  public Outcome of(Job job) throws IOException {
    SortedMap<String, String> inputs = job.inputs().files(this);
    Path file = file(job, inputs);
    if (Files.exists(file)) {
      return OutcomeFile.read(file);
    }
    Outcome outcome = replaying ? replayed(job, inputs) : plain(job, inputs);
    Files.createDirectories(file.resolveSibling("."));
    OutcomeFile.write(file, outcome);
    return outcome;
  }

  private Path file(Job job, SortedMap<String, String> inputs) {
    String key =
        new Digest()
            .add("place", job.place().digest())
            .add("arguments", String.join("\n", job.confArguments()))
            .add("variables", job.variables())
            .add("inputs", inputs)
            .text();
    return folder.resolve(key.substring(0, 2)).resolve(key);
  }

  private Outcome replayed(Job job, Map<String, String> inputs) throws IOException {
    Replay replay = Replay.of(job.place().environment());
    synchronized (locks.computeIfAbsent(job.place().digest(), digest -> new Object())) {
      if (!replay.isProved()) {
        prove(replay, job, inputs);
      }
    }
    return run(job, inputs, replay.in(job.environment()));
  }

  /** Conf alone, conf being recorded and conf hearing the recording must do the same. */
  private static void prove(Replay replay, Job job, Map<String, String> inputs) throws IOException {
    Outcome alone = plain(job, inputs);
    replay.forget();
    Outcome recorded = run(job, inputs, replay.in(job.environment()));
    Outcome replayed = run(job, inputs, replay.in(job.environment()));
    if (!alone.equals(recorded) || !alone.equals(replayed)) {
      throw new IOException(
          "conf does something else when its shell commands are replayed; use --shell run");
    }
    replay.prove();
  }

  private static Outcome plain(Job job, Map<String, String> inputs) throws IOException {
    return run(job, inputs, job.environment());
  }

  private static Outcome run(Job job, Map<String, String> inputs, Map<String, String> environment)
      throws IOException {
    try (Workplace place = Workplace.with(inputs)) {
      Answer answer = job.place().oracle().run(job.confArguments(), environment, place.folder());
      return place.outcome(answer);
    }
  }
}
