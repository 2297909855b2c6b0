package dev.unprobed.prove.sat;

import java.util.Arrays;
import java.util.function.Consumer;

/** Clauses one after the other in one array, each behind its length. */
final class ClauseBuffer {
  private int[] content = new int[1 << 12];
  private int end;
  private int count;

  void add(int[] literals, int length) {
    if (end + length + 1 > content.length) {
      content = Arrays.copyOf(content, Math.max(2 * content.length, end + length + 1));
    }
    content[end++] = length;
    System.arraycopy(literals, 0, content, end, length);
    end += length;
    count++;
  }

  int count() {
    return count;
  }

  /** Where the next clause will begin. */
  int end() {
    return end;
  }

  /** Visits the clauses from a place on where one begins. */
  void forEachFrom(int start, Consumer<int[]> clause) {
    for (int at = start; at < end; at += content[at] + 1) {
      clause.accept(Arrays.copyOfRange(content, at + 1, at + 1 + content[at]));
    }
  }
}
