package dev.unprobed.reclaim.layout;

/** Whole pages that come back, from one address to before another. */
public record Run(long start, long end) {
  /** In bytes; less than 0 where rounding has left nothing. */
  public long size() {
    return end - start;
  }

  /** How many bytes of a stretch lie in it. */
  public long overlap(long from, long size) {
    return Math.max(0, Math.min(end, from + size) - Math.max(start, from));
  }

  Run plus(long offset) {
    return new Run(start + offset, end + offset);
  }
}
