package dev.unprobed.bench;

import dev.unprobed.bench.Arguments.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How a benchmark begins and ends: with its usage, or with an exit status.
 *
 * @param name for what it says when it fails
 * @param usage for people, with the exit statuses
 */
record Benchmark(String name, String usage) {
  /** What was asked for makes no sense. */
  static final int WRONG_USE = 2;

  /** The benchmark could not be run to its end. */
  static final int BROKEN = 3;

  /** What it does with its words; the folder of the project is given. */
  interface Job {
    int run(List<String> words, Path root) throws IOException, InterruptedException;
  }

  /** Ends the process. The folder is the system property {@code unprobed.root}. */
  void main(String[] words, Job job) {
    if (List.of(words).contains("--help")) {
      System.out.print(usage);
      return;
    }
    System.exit(status(List.of(words), job));
  }

  int status(List<String> words, Job job) {
    try {
      return job.run(words, Path.of(System.getProperty("unprobed.root", "")).toAbsolutePath());
    } catch (UsageException e) {
      System.err.println(e.getMessage() + "\n" + usage);
      return WRONG_USE;
    } catch (IOException | InterruptedException e) {
      System.err.println(name + ": " + e.getMessage());
      return BROKEN;
    }
  }
}
