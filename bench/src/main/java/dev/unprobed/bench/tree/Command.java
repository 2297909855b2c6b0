package dev.unprobed.bench.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A process that is run to its end with stdin closed.
 *
 * @param words the program and its arguments
 * @param environment all of its environment; nothing is inherited
 * @param folder where it runs
 */
public record Command(List<String> words, Map<String, String> environment, Path folder) {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long MOST_OUTPUT = 64L << 20;
  private static final int POLL_MILLIS = 250;

  /** Runs a command in this process's own environment, and fails if the command does. */
  public static String output(Path folder, String... words) throws IOException {
    Answer answer = new Command(List.of(words), System.getenv(), folder).run();
    if (answer.exit() != 0) {
      throw new IOException(
          "%s: exit status %d%n%s%s"
              .formatted(String.join(" ", words), answer.exit(), answer.stdout(), answer.stderr()));
    }
    return answer.stdout();
  }

  public Answer run() throws IOException {
    Path stdout = Files.createTempFile("unprobed-", ".out");
    Path stderr = Files.createTempFile("unprobed-", ".err");
    try {
      int exit = await(start(stdout, stderr), stdout, stderr);
      return exit == Answer.ENDLESS
          ? new Answer(exit, "", "")
          : new Answer(
              exit, Files.readString(stdout, ISO_8859_1), Files.readString(stderr, ISO_8859_1));
    } finally {
      Files.delete(stdout);
      Files.delete(stderr);
    }
  }

  private Process start(Path stdout, Path stderr) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private int await(Process process, Path stdout, Path stderr) throws IOException {
    Instant deadline = Instant.now().plus(LIMIT);
    try {
      while (!process.waitFor(POLL_MILLIS, MILLISECONDS)) {
        if (Instant.now().isAfter(deadline)
            || Files.size(stdout) + Files.size(stderr) > MOST_OUTPUT) {
          process.destroyForcibly().waitFor();
          return Answer.ENDLESS;
        }
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(String.join(" ", words));
    }
  }
}
