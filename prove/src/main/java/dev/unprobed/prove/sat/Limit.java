package dev.unprobed.prove.sat;

import java.time.Duration;

/** Says when a search is to be given up. Asked now and then, so that it may be late. */
@FunctionalInterface
public interface Limit {
  /** Never. */
  Limit NONE = () -> false;

  /** Whether the search is to end now, without an answer. */
  boolean reached();

  /** Some time from now on. */
  static Limit after(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() - end >= 0;
  }

  /** As soon as this one or the other one. */
  default Limit or(Limit other) {
    return () -> reached() || other.reached();
  }
}
