package dev.unprobed.bench.exact;

import java.util.ArrayList;
import java.util.List;

/** Which lines two texts have in common, and which only one of them has. */
final class LineDiff {

  private LineDiff() {}

  /** A line of both texts, or of one. */
  record Line(Kind kind, String text) {

    boolean isChange() {
      return kind != Kind.SAME;
    }

    @Override
    public String toString() {
      return kind.mark + text;
    }
  }

  enum Kind {
    SAME(' '),
    REMOVED('-'),
    ADDED('+');

    private final char mark;

    Kind(char mark) {
      this.mark = mark;
    }
  }

  /** All lines of both. A missing newline at the end shows as an empty line more or less. */
  static List<Line> between(String expected, String actual) {
    List<String> before = List.of(expected.split("\n", -1));
    List<String> after = List.of(actual.split("\n", -1));
    int start = common(before, after);
    int end =
        common(
            before.subList(start, before.size()).reversed(),
            after.subList(start, after.size()).reversed());
    List<Line> lines = new ArrayList<>();
    before.subList(0, start).forEach(text -> lines.add(new Line(Kind.SAME, text)));
    lines.addAll(
        new Myers(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end))
            .lines());
    before
        .subList(before.size() - end, before.size())
        .forEach(text -> lines.add(new Line(Kind.SAME, text)));
    return lines;
  }

  private static int common(List<String> before, List<String> after) {
    int length = Math.min(before.size(), after.size());
    for (int i = 0; i < length; i++) {
      if (!before.get(i).equals(after.get(i))) {
        return i;
      }
    }
    return length;
  }
}
