package dev.unprobed.bench.board;

import dev.unprobed.bench.board.Prediction.Said;
import dev.unprobed.bench.board.Prediction.Verdict;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A prediction beside the truth.
 *
 * @param hits predicted to be bound, and bound
 * @param missed bound, but not predicted to be, with what the prediction said instead
 * @param wrong predicted to be bound, but not bound, with what the board says of them and why they
 *     were predicted
 * @param fatal bound, but predicted to be dead: it would have been thrown away
 * @param dead predicted to be dead, and registered but not bound
 * @param waits what was said of devices that wait
 */
public record Judgement(
    SortedSet<String> hits,
    SortedMap<String, String> missed,
    SortedMap<String, String> wrong,
    SortedSet<String> fatal,
    SortedSet<String> dead,
    Waits waits) {

  static final String NEVER_NAMED = "never named";
  static final String UNREGISTERED = "never registered";

  /** Compares driver by driver and waiting device by waiting device. */
  public static Judgement of(Prediction prediction, Truth truth) {
    SortedSet<String> bound = truth.bound();
    SortedSet<String> predicted = with(prediction, Verdict.BOUND);
    SortedSet<String> dead = with(prediction, Verdict.DEAD);
    return new Judgement(
        both(bound, predicted),
        missed(prediction, without(bound, predicted)),
        wrong(prediction, without(predicted, bound), truth),
        both(bound, dead),
        both(without(dead, bound), truth.drivers()),
        Waits.of(prediction, truth));
  }

  private static SortedSet<String> with(Prediction prediction, Verdict verdict) {
    SortedSet<String> names = new TreeSet<>();
    prediction
        .drivers()
        .forEach((name, said) -> {
          if (said.verdict() == verdict) {
            names.add(name);
          }
        });
    return names;
  }

  private static SortedMap<String, String> missed(Prediction prediction, SortedSet<String> names) {
    SortedMap<String, String> missed = new TreeMap<>();
    for (String name : names) {
      Said said = prediction.drivers().get(name);
      missed.put(name, said == null ? NEVER_NAMED : words(said));
    }
    return missed;
  }

  private static String words(Said said) {
    String verdict = "called " + said.verdict().name().toLowerCase(Locale.ROOT);
    return said.reason().isEmpty() ? verdict : verdict + ", " + said.reason();
  }

  private static SortedMap<String, String> wrong(
      Prediction prediction, SortedSet<String> names, Truth truth) {
    SortedMap<String, String> wrong = new TreeMap<>();
    for (String name : names) {
      Said said = prediction.drivers().getOrDefault(name, new Said(Verdict.BOUND, ""));
      String fate =
          truth.drivers().contains(name) ? fates(prediction.devicesOf(name), truth) : UNREGISTERED;
      wrong.put(name, fate + "; " + words(said));
    }
    return wrong;
  }

  private static String fates(SortedSet<String> devices, Truth truth) {
    return devices.isEmpty()
        ? "registered, has no device"
        : devices.stream().map(truth::fate).collect(Collectors.joining(", "));
  }

  static SortedSet<String> both(SortedSet<String> one, SortedSet<String> other) {
    SortedSet<String> names = new TreeSet<>(one);
    names.retainAll(other);
    return names;
  }

  static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
    SortedSet<String> names = new TreeSet<>(all);
    names.removeAll(some);
    return names;
  }

  /** Of the bound drivers, how many were predicted; in percent. */
  public double recall() {
    return percent(hits.size(), hits.size() + missed.size());
  }

  /** Of the predicted drivers, how many are bound; in percent. */
  public double precision() {
    return percent(hits.size(), hits.size() + wrong.size());
  }

  static double percent(int part, int whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }
}
