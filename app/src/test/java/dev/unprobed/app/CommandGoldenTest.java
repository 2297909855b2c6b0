package dev.unprobed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * and {@code set}. A file holds configurations, rules, files that replace those of a second sample
 * tree ({@code tree/…}), a command, in which quotes keep words together, and what comes of it.
 *
 * <p>{@code -Dunprobed.golden.write=true} writes what came of it anew, for a person to read.
 */
class CommandGoldenTest {
  private static final Path FILES = Path.of("src/test/resources/commands");
  private static final Path SAMPLE = Path.of("../samples/linux");
  private static final String SECTION = "==== ";
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** Short and always the same, so that lines with the names of rules break at the same places. */
  private static final Path RULES = Path.of("target/golden");

  @TempDir Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void says(Path file) throws IOException {
    String expected = Files.readString(file);
    String[] sections = expected.split("(?m)^" + SECTION, -1);
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 1; i < sections.length; i++) {
      int end = sections[i].indexOf('\n');
      given.put(sections[i].substring(0, end), sections[i].substring(end + 1));
    }
    CommandRun run = CommandRun.of(arguments(given));
    given.put("exit status", run.status() + "\n");
    given.put("output", plain(run.out()));
    given.put("errors", plain(run.err()));
    StringBuilder actual = new StringBuilder(sections[0]);
    given.forEach(
        (name, text) -> actual.append(text.isEmpty() ? "" : SECTION + name + "\n" + text));
    if (Boolean.getBoolean("unprobed.golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual.toString()).isEqualTo(expected);
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
