package dev.unprobed.kconfig.target;

/**
 * The random numbers of glibc's {@code rand()}, so that a seed gives the same configuration as
 * conf: an additive feedback generator over the last 31 numbers, filled by a linear congruential
 * one.
 */
final class CRandom {
  private static final int DEGREE = 31;
  private static final int SEPARATION = 3;

  private final int[] state = new int[DEGREE];
  private int next = SEPARATION;
  private int last;

  /** As {@code srand(seed)}. */
  CRandom(int seed) {
    long word = seed == 0 ? 1 : seed;
    state[0] = (int) word;
    for (int i = 1; i < DEGREE; i++) {
      word = 16807 * word % 0x7fffffff;
      if (word < 0) {
        word += 0x7fffffff;
      }
      state[i] = (int) word;
    }
    for (int i = 0; i < 10 * DEGREE; i++) {
      next();
    }
  }

  /** As {@code rand()}: from 0 to 2^31 - 1. */
  int next() {
    state[next] += state[last];
    int result = state[next] >>> 1;
    next = (next + 1) % DEGREE;
    last = (last + 1) % DEGREE;
    return result;
  }
}
