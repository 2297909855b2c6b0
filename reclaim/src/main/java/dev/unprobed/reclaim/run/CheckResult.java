package dev.unprobed.reclaim.run;

import java.util.List;

/**
 * What a check came to.
 *
 * @param name of the check
 * @param outcome whether it passed
 * @param said what it printed, for people
 * @param troubles lines of the kernel's log, while it ran, that no healthy kernel writes
 * @param milliseconds that it took, in the guest's time
 */
public record CheckResult(
    String name, Outcome outcome, List<String> said, List<String> troubles, long milliseconds) {

  /** How it ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** The kernel or the board cannot do what is tried. */
    SKIPPED,
    /** The machine went down, or time was over. */
    UNFINISHED
  }

  /** Whether it shows that something is broken. */
  public boolean isBad() {
    return !troubles.isEmpty() || outcome == Outcome.FAILED || outcome == Outcome.UNFINISHED;
  }
}
