package dev.unprobed.bench.exact;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/** Changes to the text of a .config. */
final class Edits {

  private Edits() {}

  /** Without its second half. */
  static String half(String config) {
    return lines(config).limit(config.lines().count() / 2).collect(joining());
  }

  /** With only one line in so many. */
  static String every(int step, String config) {
    List<String> lines = lines(config).toList();
    return IntStream.range(0, lines.size())
        .filter(i -> i % step == 0)
        .mapToObj(lines::get)
        .collect(joining());
  }

  /** With all m turned to n. */
  static String withoutModules(String config) {
    return config.replaceAll("(?m)^(CONFIG_\\w+)=m$", "# $1 is not set");
  }

  private static java.util.stream.Stream<String> lines(String config) {
    return config.lines().map(line -> line + "\n");
  }
}
