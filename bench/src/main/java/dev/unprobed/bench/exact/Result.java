package dev.unprobed.bench.exact;

/**
 * How a comparison ended.
 *
 * @param differingLines lines that only one of the two has
 * @param millis what the candidate took
 */
public record Result(Case id, Verdict verdict, int differingLines, long millis) {

  /** How a comparison ended, from good to bad. */
  public enum Verdict {
    IDENTICAL,
    /** Both gave up on the input and changed nothing, each in words of its own. */
    REFUSED,
    /** There is nothing to compare with: conf itself does not end on this input. */
    ENDLESS,
    DIFFERENT,
    /** The benchmark could not do the job. */
    FAILED
  }

  boolean isBad() {
    return verdict == Verdict.DIFFERENT || verdict == Verdict.FAILED;
  }
}
