package dev.unprobed.bench.speed;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a command and measures it. CPU and memory are known only if GNU time is there, which
 * measures what the kernel counts for the process and for all that it waited for.
 */
public final class Stopwatch {

  private static final Path GNU_TIME = Path.of("/usr/bin/time");
  private static final double NANOS = 1e9;
  private static final double KIBIBYTES = 1024;

  private Stopwatch() {}

  public static boolean knowsMemory() {
    return Files.isExecutable(GNU_TIME);
  }

  /** A command that fails is an error: how fast it failed is of no use. */
  public static Cost measure(List<String> words, Map<String, String> environment, Path folder)
      throws IOException {
    Path report = Files.createTempFile("unprobed-", ".time");
    try {
      Command command = new Command(timed(words, report), environment, folder);
      long start = System.nanoTime();
      Answer answer = command.run();
      double wall = (System.nanoTime() - start) / NANOS;
      if (answer.exit() != 0) {
        throw new IOException(
            "%s: exit status %d%n%s".formatted(words, answer.exit(), answer.stderr()));
      }
      return cost(wall, Files.readString(report).strip());
    } finally {
      Files.delete(report);
    }
  }

  private static List<String> timed(List<String> words, Path report) {
    if (!knowsMemory()) {
      return words;
    }
    List<String> all =
        new ArrayList<>(List.of(GNU_TIME.toString(), "-o", report.toString(), "-f", "%U %S %M"));
    all.addAll(words);
    return all;
  }

  private static Cost cost(double wall, String report) {
    if (report.isEmpty()) {
      return new Cost(wall, Double.NaN, Double.NaN);
    }
    List<String> numbers = List.of(report.split(" ", -1));
    double cpu = Double.parseDouble(numbers.get(0)) + Double.parseDouble(numbers.get(1));
    return new Cost(wall, cpu, Double.parseDouble(numbers.get(2)) / KIBIBYTES);
  }
}
