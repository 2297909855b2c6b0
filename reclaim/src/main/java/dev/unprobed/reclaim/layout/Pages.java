package dev.unprobed.reclaim.layout;

import java.util.ArrayList;
import java.util.List;

/** The arithmetic of whole pages; the kernel's drivers/base/unprobed_pages.c has the same. */
final class Pages {
  private Pages() {}

  /** The next multiple. */
  static long up(long bytes, long multiple) {
    return (bytes + multiple - 1) / multiple * multiple;
  }

  /** The multiple before. */
  static long down(long bytes, long multiple) {
    return bytes / multiple * multiple;
  }

  /**
   * Bytes of the pages that lie in runs of units that left: each run is rounded inward. Behind the
   * last unit there is nothing up to the end of its page, which comes back with it.
   *
   * @param starts of each unit, from the start of a page, and where the last ends
   */
  static long freed(long[] starts, boolean[] left, long pageSize) {
    return runs(starts, left, pageSize).stream().mapToLong(Run::size).sum();
  }

  /** The same pages, run by run. */
  static List<Run> runs(long[] starts, boolean[] left, long pageSize) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        int end = i;
        while (end < left.length && left[end]) {
          end++;
        }
        long edge = end < left.length ? down(starts[end], pageSize) : up(starts[end], pageSize);
        Run run = new Run(up(starts[i], pageSize), edge);
        if (run.size() > 0) {
          runs.add(run);
        }
        i = end;
      }
    }
    return runs;
  }
}
