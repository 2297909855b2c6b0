package dev.unprobed.bench.exact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of this and of earlier runs: a file that is only ever appended to, a line for each
 * comparison. A result counts again if conf, the tree, the environment and the candidate are still
 * the same; the last one wins.
 */
final class Journal {

  private static final String TAB = "\t";
  private static final int FIELDS = 6;

  private final Path file;
  private final String candidate;
  private final Map<String, Result> known = new HashMap<>();

  private Journal(Path file, String candidate) {
    this.file = file;
    this.candidate = candidate;
  }

  /**
   * Reads a file if it exists.
   *
   * @param candidate the candidate's fingerprint
   */
  static Journal open(Path file, String candidate) throws IOException {
    Journal journal = new Journal(file, candidate);
    if (Files.exists(file)) {
      Files.readAllLines(file, UTF_8).forEach(journal::recall);
    }
    return journal;
  }

  Optional<Result> known(Job job) {
    return Optional.ofNullable(known.get(key(job)));
  }

  synchronized void add(Job job, Result result) throws IOException {
    String line =
        String.join(
            TAB,
            result.id().toString(),
            job.place().digest(),
            candidate,
            result.verdict().name(),
            Integer.toString(result.differingLines()),
            Long.toString(result.millis()));
    Files.writeString(file, line + "\n", UTF_8, CREATE, APPEND);
    known.put(key(job), result);
  }

  private void recall(String line) {
    List<String> fields = List.of(line.split(TAB, -1));
    if (fields.size() != FIELDS || !fields.get(2).equals(candidate)) {
      return;
    }
    List<String> names = List.of(fields.get(0).split("/", 4));
    Result.Verdict verdict = Result.Verdict.valueOf(fields.get(3));
    if (verdict == Result.Verdict.FAILED) {
      return;
    }
    Case id = new Case(names.get(0), names.get(1), names.get(2), names.get(3));
    int lines = Integer.parseInt(fields.get(4));
    long millis = Long.parseLong(fields.get(5));
    known.put(fields.get(0) + fields.get(1), new Result(id, verdict, lines, millis));
  }

  private static String key(Job job) {
    return job.id() + job.place().digest();
  }
}
