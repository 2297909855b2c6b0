package dev.unprobed.bench.exact;

import dev.unprobed.bench.exact.LineDiff.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is not the same in two outcomes.
 *
 * @param parts by name; empty if they are byte for byte the same
 */
record Comparison(List<Part> parts) {

  private static final int CONTEXT = 2;
  private static final int CONF_ERROR = 1;
  private static final int WRONG_INPUT = 2;
  private static final String NOTHING = "";

  /** One file or stream that differs, with all of its lines. */
  record Part(String name, List<Line> lines) {

    int changes() {
      return (int) lines.stream().filter(Line::isChange).count();
    }
  }

  static Comparison of(Outcome expected, Outcome actual) {
    SortedMap<String, String> wanted = expected.parts();
    SortedMap<String, String> found = actual.parts();
    SortedSet<String> names = new TreeSet<>(wanted.keySet());
    names.addAll(found.keySet());
    return new Comparison(
        names.stream()
            .filter(name -> !wanted.getOrDefault(name, NOTHING).equals(found.get(name)))
            .map(name ->
                new Part(
                    name,
                    LineDiff.between(
                        wanted.getOrDefault(name, NOTHING), found.getOrDefault(name, NOTHING))))
            .toList());
  }

  /**
   * Whether conf gave up with an error, and so did unprobed, with the exit status and the kind of
   * message that it has for wrong input; all else is the same.
   */
  static boolean isRefusal(Outcome expected, Outcome actual) {
    return expected.answer().exit() == CONF_ERROR
        && actual.answer().exit() == WRONG_INPUT
        && actual.answer().stderr().contains("error[")
        && actual.answer().stdout().equals(expected.answer().stdout())
        && actual.files().equals(expected.files())
        && actual.listing().equals(expected.listing());
  }

  boolean isIdentical() {
    return parts.isEmpty();
  }

  int differingLines() {
    return parts.stream().mapToInt(Part::changes).sum();
  }

  /** A unified diff without line numbers, cut off after so many lines. */
  String text(int most) {
    List<String> text = new ArrayList<>();
    for (Part part : parts) {
      text.add("--- conf      " + part.name());
      text.add("+++ unprobed  " + part.name());
      text.addAll(hunks(part.lines()));
    }
    List<String> shown = text.subList(0, Math.min(most, text.size()));
    String rest = shown.size() == text.size() ? "" : "…%n".formatted();
    return String.join("\n", shown) + "\n" + rest;
  }

  private static List<String> hunks(List<Line> lines) {
    boolean[] near = near(lines);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (near[i]) {
        text.add(lines.get(i).toString());
      } else if (i > 0 && near[i - 1]) {
        text.add("@@");
      }
    }
    return text;
  }

  /** Which lines change or are next to a change. */
  private static boolean[] near(List<Line> lines) {
    boolean[] near = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isChange()) {
        Arrays.fill(near, Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1), true);
      }
    }
    return near;
  }
}
