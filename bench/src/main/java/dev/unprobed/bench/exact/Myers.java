package dev.unprobed.bench.exact;

import dev.unprobed.bench.exact.LineDiff.Kind;
import dev.unprobed.bench.exact.LineDiff.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fewest lines to remove and to add that make one text of another, by the greedy algorithm of
 * E. W. Myers, "An O(ND) difference algorithm and its variations" (1986). Texts that differ in very
 * many lines are given up on, and said to differ in all.
 */
record Myers(List<String> before, List<String> after) {

  private static final int MOST_EDITS = 2000;

  List<Line> lines() {
    List<int[]> rounds = rounds();
    return rounds.isEmpty() ? replaced() : traced(rounds);
  }

  private List<Line> replaced() {
    List<Line> lines = new ArrayList<>();
    before.forEach(text -> lines.add(new Line(Kind.REMOVED, text)));
    after.forEach(text -> lines.add(new Line(Kind.ADDED, text)));
    return lines;
  }

  /**
   * For each number of edits, how far each diagonal gets in {@code before}; diagonal k is at index
   * k + edits + 1. Nothing if there are too many edits.
   */
  private List<int[]> rounds() {
    List<int[]> rounds = new ArrayList<>();
    int[] last = {0, 0, 0};
    for (int edits = 0; edits <= MOST_EDITS; edits++) {
      int[] reach = new int[2 * edits + 3];
      rounds.add(reach);
      for (int k = -edits; k <= edits; k += 2) {
        int x = slide(edits == 0 ? 0 : step(last, edits - 1, k), k);
        reach[k + edits + 1] = x;
        if (x >= before.size() && x - k >= after.size()) {
          return rounds;
        }
      }
      last = reach;
    }
    return List.of();
  }

  /**
   * Where diagonal k starts after one more edit: below diagonal k + 1, or right of diagonal k - 1.
   */
  private static int step(int[] last, int lastEdits, int k) {
    int down = reached(last, lastEdits, k + 1);
    int right = reached(last, lastEdits, k - 1) + 1;
    return isDown(lastEdits, k, down, right) ? down : right;
  }

  private static boolean isDown(int lastEdits, int k, int down, int right) {
    return k == -lastEdits - 1 || (k != lastEdits + 1 && right <= down);
  }

  private static int reached(int[] round, int edits, int k) {
    int index = k + edits + 1;
    return index < 0 || index >= round.length ? 0 : round[index];
  }

  private int slide(int from, int k) {
    int x = from;
    while (x < before.size() && x - k < after.size() && before.get(x).equals(after.get(x - k))) {
      x++;
    }
    return x;
  }

  private List<Line> traced(List<int[]> rounds) {
    List<Line> lines = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int edits = rounds.size() - 1; edits > 0; edits--) {
      int k = x - y;
      int[] last = rounds.get(edits - 1);
      int down = reached(last, edits - 1, k + 1);
      int right = reached(last, edits - 1, k - 1) + 1;
      boolean isDown = isDown(edits - 1, k, down, right);
      int start = isDown ? down : right;
      x = same(lines, x, start);
      y = start - k;
      if (isDown) {
        lines.add(new Line(Kind.ADDED, after.get(--y)));
      } else {
        lines.add(new Line(Kind.REMOVED, before.get(--x)));
      }
    }
    same(lines, x, 0);
    Collections.reverse(lines);
    return lines;
  }

  private int same(List<Line> lines, int from, int to) {
    for (int x = from; x > to; x--) {
      lines.add(new Line(Kind.SAME, before.get(x - 1)));
    }
    return to;
  }
}
