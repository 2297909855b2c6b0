package dev.unprobed.kconfig.rules;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.oracle.Outcome;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case in a file. It begins with {@code # remarks}, {@code target NAME} and {@code variable
 * NAME=VALUE}; then come sections under {@code ==== NAME} lines. Sections with the name of a file
 * are the input. What is expected stands under
 *
 * <ul>
 *   <li>{@code settings}: the lines of the {@code .config} about symbols,
 *   <li>{@code result FILE}: a whole file,
 *   <li>{@code stdout}, {@code stderr}: what is printed, nothing where the section is missing;
 *       remarks about written files do not count,
 *   <li>{@code refused}: the checks that refuse the input.
 * </ul>
 *
 * followed by the generation from which on all this holds, none for the first.
 */
public record RuleFile(String name, Scenario scenario, Map<String, String> expectations) {
  private static final Pattern EXPECTATION =
      Pattern.compile("(settings|result \\S+|stdout|stderr|refused)(?: (\\d+\\.\\d+))?");

  /** Reads a case. */
  public static RuleFile read(Path path) throws IOException {
    String[] parts = ByteText.of(Files.readAllBytes(path)).split("(?m)^==== ", -1);
    Scenario scenario = new Scenario(Map.of(), Map.of(), Target.OLDDEFCONFIG, "");
    for (String line : parts[0].split("\n", -1)) {
      scenario = withLine(scenario, line);
    }
    Map<String, String> expectations = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int newline = parts[i].indexOf('\n');
      String title = parts[i].substring(0, newline);
      String content = parts[i].substring(newline + 1);
      if (EXPECTATION.matcher(title).matches()) {
        expectations.put(title, content);
      } else {
        scenario = scenario.file(title, content);
      }
    }
    String name = Objects.requireNonNull(path.getFileName()).toString().replace(".rule", "");
    return new RuleFile(name, scenario, expectations);
  }

  private static Scenario withLine(Scenario scenario, String line) {
    if (line.startsWith("target ")) {
      return scenario.target(Objects.requireNonNull(Target.of(line.substring(7))));
    }
    if (line.startsWith("variable ")) {
      int equals = line.indexOf('=');
      return scenario.variable(line.substring(9, equals), line.substring(equals + 1));
    }
    return scenario;
  }

  /** Whether the case says something about a generation. */
  boolean isAbout(Generation generation) {
    Map<String, String> expected = expected(generation);
    return expected.keySet().stream().anyMatch(key -> !key.startsWith("std"));
  }

  /**
   * What is expected of a generation, by the name of the section: the sections of the newest
   * generation in the file that is not newer.
   */
  Map<String, String> expected(Generation generation) {
    Map<String, String> result = new LinkedHashMap<>();
    Generation newest = Generation.LINUX_6_1;
    for (Map.Entry<String, String> section : expectations.entrySet()) {
      Matcher matcher = EXPECTATION.matcher(section.getKey());
      Generation since = matcher.matches() ? generation(matcher.group(2)) : newest;
      if (since.compareTo(newest) > 0 && since.compareTo(generation) <= 0) {
        newest = since;
        result.clear();
      }
      if (since == newest) {
        result.put(Objects.requireNonNull(matcher.group(1)), section.getValue());
      }
    }
    return result;
  }

  private static Generation generation(@Nullable String version) {
    for (Generation generation : Generation.values()) {
      if (generation.version().equals(version)) {
        return generation;
      }
    }
    if (version == null) {
      return Generation.LINUX_6_1;
    }
    throw new IllegalArgumentException(version);
  }

  /** What a run gave, by the names of the sections that are expected. */
  static Map<String, String> actual(Outcome outcome, Map<String, String> expected) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String kind : expected.keySet()) {
      result.put(kind, actual(outcome, kind));
    }
    if (!expected.containsKey("refused")) {
      result.put("refused", String.join("\n", outcome.checks()));
      result.put("stdout", withoutRemarks(outcome.out()));
      result.put("stderr", outcome.err());
    }
    result.values().removeIf(String::isEmpty);
    return result;
  }

  private static String actual(Outcome outcome, String kind) {
    return switch (kind) {
      case "settings" -> outcome.settings();
      case "refused" -> String.join("\n", outcome.checks()) + "\n";
      case "stdout" -> withoutRemarks(outcome.out());
      case "stderr" -> outcome.err();
      default -> outcome.file(kind.substring("result ".length()));
    };
  }

  private static String withoutRemarks(String out) {
    return out.replaceAll("#\n# (configuration written to|No change to) .*\n#\n", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
