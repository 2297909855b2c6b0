package dev.unprobed.kconfig.macro;

import java.util.Set;

/**
 * A remembered answer.
 *
 * @param text the answer, without meaning when there are no subjects
 * @param subjects what decides it; empty when it cannot be kept from run to run
 */
record Answer(String text, Set<String> subjects) {
  /** Whether it may be used again while its subjects are as they were. */
  boolean isKept() {
    return !subjects.isEmpty();
  }
}
