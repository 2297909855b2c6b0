package dev.unprobed.bench.board;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was said before any boot.
 *
 * @param drivers all that were named, as {@code bus/name}; of several with one name, the one that
 *     is likeliest to bind
 * @param devices the devices that are told of, by name
 */
public record Prediction(SortedMap<String, Said> drivers, SortedMap<String, Fate> devices) {

  /**
   * What is said of a device: the states of {@code unprobed board}, and why.
   *
   * @param drivers that have it or may have it, as {@code bus/name}
   */
  public record Fate(String state, String reason, Set<String> drivers) {
    static final String DEFERRED = "deferred";
    static final String WAITING = "waiting";
  }

  /** The names of the devices that a driver was said to take. */
  SortedSet<String> devicesOf(String driver) {
    SortedSet<String> names = new TreeSet<>();
    devices.forEach((name, fate) -> {
      if (fate.drivers().contains(driver)) {
        names.add(name);
      }
    });
    return names;
  }

  /** The names of the devices in one state. */
  SortedSet<String> devices(String state) {
    SortedSet<String> names = new TreeSet<>();
    devices.forEach((name, fate) -> {
      if (fate.state().equals(state)) {
        names.add(name);
      }
    });
    return names;
  }

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
