package dev.unprobed.bench.board;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A prediction beside the truth.
 *
 * @param hits predicted to be bound, and bound
 * @param missed bound, but not predicted to be, with what the prediction said instead
 * @param wrong predicted to be bound, but not bound, with what the board says of them
 * @param fatal bound, but predicted to be dead: it would have been thrown away
 */
public record Judgement(
    SortedSet<String> hits,
    SortedMap<String, String> missed,
    SortedMap<String, String> wrong,
    SortedSet<String> fatal) {

  static final String DEAD = "called dead";
  static final String NEVER_NAMED = "never named";
  static final String UNREGISTERED = "never registered";
  static final String NO_DEVICE = "registered, has no device";

  public static Judgement of(Prediction prediction, Truth truth) {
    SortedSet<String> bound = truth.bound();
    SortedSet<String> hits = new TreeSet<>(bound);
    hits.retainAll(prediction.bound());
    SortedMap<String, String> missed = new TreeMap<>();
    bound.stream()
        .filter(driver -> !hits.contains(driver))
        .forEach(driver -> missed.put(driver, said(prediction, driver)));
    SortedMap<String, String> wrong = new TreeMap<>();
    prediction.bound().stream()
        .filter(driver -> !bound.contains(driver))
        .forEach(driver ->
            wrong.put(driver, truth.drivers().contains(driver) ? NO_DEVICE : UNREGISTERED));
    SortedSet<String> fatal = new TreeSet<>(bound);
    fatal.retainAll(prediction.dead());
    return new Judgement(hits, missed, wrong, fatal);
  }

  private static String said(Prediction prediction, String driver) {
    if (prediction.dead().contains(driver)) {
      return DEAD;
    }
    String reason = prediction.unknown().get(driver);
    return reason == null ? NEVER_NAMED : ("unknown " + reason).strip();
  }

  /** Of the bound drivers, how many were predicted; in percent. */
  public double recall() {
    return percent(hits.size(), hits.size() + missed.size());
  }

  /** Of the predicted drivers, how many are bound; in percent. */
  public double precision() {
    return percent(hits.size(), hits.size() + wrong.size());
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }
}
