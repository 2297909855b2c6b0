package dev.unprobed.reclaim.layout;

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
    long sum = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        int end = i;
        while (end < left.length && left[end]) {
          end++;
        }
        long edge = end < left.length ? down(starts[end], pageSize) : up(starts[end], pageSize);
        sum += Math.max(0, edge - up(starts[i], pageSize));
        i = end;
      }
    }
    return sum;
  }
}
