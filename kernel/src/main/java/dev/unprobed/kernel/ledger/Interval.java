package dev.unprobed.kernel.ledger;

/** Addresses from one to before another; they may be negative, as those of kernels are. */
record Interval(long start, long end) {
  /** How many bytes of a stretch lie in it. */
  long overlap(long from, long size) {
    return Math.max(0, Math.min(end, from + size) - Math.max(start, from));
  }

  /** Without what lies outside of another. */
  Interval within(Interval other) {
    return new Interval(Math.max(start, other.start), Math.min(end, other.end));
  }

  boolean isEmpty() {
    return end <= start;
  }

  long size() {
    return end - start;
  }
}
