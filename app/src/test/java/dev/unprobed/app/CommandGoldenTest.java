package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read of {@code why}, {@code config merge}, {@code diff}, {@code check}, {@code prove}
 * and {@code set}. A {@link GoldenFile} holds configurations, rules, files that replace those of a
 * second sample tree ({@code tree/…}), a command, in which quotes keep words together, and what
 * comes of it.
 */
class CommandGoldenTest {
  private static final Path FILES = Path.of("src/test/resources/commands");
  private static final Path SAMPLE = Path.of("../samples/linux");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** Short and always the same, so that lines with the names of rules break at the same places. */
  private static final Path RULES = Path.of("target/golden");

  @TempDir Path folder;

  static List<Path> files() throws IOException {
    return GoldenFile.in(FILES);
  }

  @ParameterizedTest
  @MethodSource("files")
  void says(Path file) throws IOException {
    GoldenFile golden = GoldenFile.read(file);
    CommandRun run = CommandRun.of(arguments(golden.sections()));
    golden
        .with("exit status", run.status() + "\n")
        .with("output", plain(run.out()))
        .with("errors", plain(run.err()))
        .check();
    assertThat(run.out().lines()).allMatch(line -> plain(line).length() <= 80);
  }

  /** Configurations are found in the tree, so that their names are short wherever we run. */
  private List<String> arguments(Map<String, String> given) throws IOException {
    copySample("linux");
    copySample("tree");
    for (Map.Entry<String, String> section : given.entrySet()) {
      String name = section.getKey();
      if (name.endsWith(".config")) {
        Files.writeString(folder.resolve("linux").resolve(name), section.getValue());
      } else if (name.endsWith(".rules")) {
        Files.createDirectories(RULES);
        Files.writeString(RULES.resolve(name), section.getValue());
      } else if (name.startsWith("tree/")) {
        Files.writeString(folder.resolve(name), section.getValue());
      }
    }
    List<String> arguments = new ArrayList<>();
    Matcher words = WORD.matcher(given.getOrDefault("command", ""));
    while (words.find()) {
      arguments.add(argument(words.group(1) == null ? words.group(2) : words.group(1)));
    }
    arguments.add("--tree=" + folder.resolve("linux"));
    arguments.addAll(CommandRun.SAMPLE);
    return arguments;
  }

  private String argument(String word) {
    boolean ours = word.equals("out.config") || word.equals("tree");
    return ours
        ? folder.resolve(word).toString()
        : word.endsWith(".rules") ? RULES.resolve(word).toString() : word;
  }

  private void copySample(String name) throws IOException {
    try (Stream<Path> paths = Files.walk(SAMPLE)) {
      paths.forEach(path -> copy(path, folder.resolve(name).resolve(SAMPLE.relativize(path))));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String plain(String text) {
    return text.replace(folder + "/", "").replace(RULES + "/", "");
  }
}
