package dev.unprobed.bench.board;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What was said before any boot.
 *
 * @param drivers all that were named, as {@code bus/name}; of several with one name, the one that
 *     is likeliest to bind
 * @param deferred the names of the devices that will still wait when probing has ended
 */
public record Prediction(SortedMap<String, Said> drivers, SortedSet<String> deferred) {

  /** The verdicts of {@code unprobed board}, from the one that is likeliest to bind. */
  public enum Verdict {
    BOUND,
    DEFERRED,
    UNKNOWN,
    DEAD
  }

  /** A verdict and why. */
  public record Said(Verdict verdict, String reason) {

    static Said likelier(Said one, Said other) {
      return one.verdict.compareTo(other.verdict) <= 0 ? one : other;
    }
  }
}
