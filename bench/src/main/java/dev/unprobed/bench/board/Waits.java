package dev.unprobed.bench.board;

import dev.unprobed.bench.board.Prediction.Fate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What was said of the devices that wait, beside {@code devices_deferred}.
 *
 * @param told wait, and were told to for certain
 * @param foreseen wait, and were told that they may
 * @param surprising wait, and were told neither, with what was said of them instead
 * @param relieved were told to wait for certain, and do not, with why they should
 * @param spared were told that they may wait, and do not, with why they might
 */
public record Waits(
    SortedSet<String> told,
    SortedSet<String> foreseen,
    SortedMap<String, String> surprising,
    SortedMap<String, String> relieved,
    SortedMap<String, String> spared) {

  static Waits of(Prediction prediction, Truth truth) {
    SortedSet<String> real = truth.deferred();
    SortedSet<String> certain = prediction.devices(Fate.DEFERRED);
    SortedSet<String> possible = prediction.devices(Fate.WAITING);
    return new Waits(
        Judgement.both(real, certain),
        Judgement.both(real, possible),
        why(prediction, truth, Judgement.without(Judgement.without(real, certain), possible)),
        why(prediction, truth, Judgement.without(certain, real)),
        why(prediction, truth, Judgement.without(possible, real)));
  }

  private static SortedMap<String, String> why(
      Prediction prediction, Truth truth, SortedSet<String> names) {
    SortedMap<String, String> said = new TreeMap<>();
    for (String name : names) {
      Fate fate = prediction.devices().get(name);
      said.put(
          name,
          truth.fate(name)
              + "; "
              + (fate == null ? Judgement.NEVER_NAMED : "called " + words(fate)));
    }
    return said;
  }

  private static String words(Fate fate) {
    return fate.reason().isEmpty() ? fate.state() : fate.state() + ", " + fate.reason();
  }

  /** Of the devices that wait, how many were told to, for certain or perhaps; in percent. */
  public double recall() {
    int found = told.size() + foreseen.size();
    return Judgement.percent(found, found + surprising.size());
  }

  /** Of the devices that were told to wait for certain, how many do; in percent. */
  public double precision() {
    return Judgement.percent(told.size(), told.size() + relieved.size());
  }
}
