package dev.unprobed.app.report;

import dev.unprobed.kconfig.explain.Explanation;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.explain.Obstacle;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/** Makes one line of an explanation that has many. */
final class Briefly {
  private static final ExplanationText WIDE = new ExplanationText(100_000);
  private static final String WHY = "Why ";

  private Briefly() {}

  /** What gives the symbol its value. */
  static String why(Explanation explanation) {
    List<String> lines =
        WIDE.of(explanation)
            .lines()
            .dropWhile(line -> !line.startsWith(WHY))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .toList();
    return lines.isEmpty() ? "" : joined(lines);
  }

  /** What stops the symbol from having a value, the first thing of it. */
  static String against(Symbol symbol, List<Obstacle> obstacles) {
    if (obstacles.isEmpty()) {
      return "";
    }
    List<Obstacle> first = List.of(obstacles.getFirst());
    List<String> lines = WIDE.of(symbol, first, 0).lines().toList();
    String more = obstacles.size() == 1 ? "" : "; and " + (obstacles.size() - 1) + " more";
    return joined(lines) + more;
  }

  /** A line that ends with a colon needs the next one. */
  private static String joined(List<String> lines) {
    String first = line(lines.getFirst());
    return first.endsWith(":") && lines.size() > 1 ? first + " " + line(lines.get(1)) : first;
  }

  /** The place at the end of a line, two spaces away, goes in parentheses. */
  private static String line(String line) {
    String text = line.strip();
    int gap = text.lastIndexOf("  ");
    return gap < 0 ? text : text.substring(0, gap) + " (" + text.substring(gap + 2) + ")";
  }
}
