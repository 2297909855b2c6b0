package dev.unprobed.app.check;

import dev.unprobed.app.replay.Referee;
import dev.unprobed.prove.check.Check;
import dev.unprobed.prove.check.Finding;
import dev.unprobed.prove.check.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be told about the checks of a tree.
 *
 * @param checks that were made
 * @param all what they found, whatever the level
 * @param least the lowest level that is to be told
 * @param baseline what was known before
 * @param undecided questions without an answer
 * @param skipped architectures that were not looked at for want of time
 * @param remark why conf was not asked, readable; empty when it was, or when there was nothing to
 *     ask
 */
public record Report(
    List<Check> checks,
    List<Located> all,
    Level least,
    Baseline baseline,
    int undecided,
    int asked,
    List<String> skipped,
    String remark) {
  /**
   * A finding and the architectures that have it; none when only one was looked at.
   *
   * @param finding as the first of them has it
   * @param replay what conf says of its configuration
   */
  public record Located(Finding finding, List<String> architectures, Referee.Judgement replay) {
    public Located {
      architectures = List.copyOf(architectures);
    }
  }

  public Report {
    checks = List.copyOf(checks);
    all = List.copyOf(all);
    skipped = List.copyOf(skipped);
  }

  /** Whether every question has an answer. */
  public boolean complete() {
    return undecided == 0 && skipped.isEmpty();
  }

  /** What is grave enough to be told, known or not. */
  public List<Located> told() {
    return all.stream().filter(located -> located.finding.level().compareTo(least) <= 0).toList();
  }

  /** What is grave enough and was not known before. */
  public List<Located> fresh() {
    return told().stream().filter(located -> !baseline.has(located.finding)).toList();
  }

  /** How many there are of each level that are new, or too harmless to be told. */
  public Map<Level, Long> counts() {
    Map<Level, Long> counts = new EnumMap<>(Level.class);
    all.stream()
        .filter(located -> !baseline.has(located.finding))
        .forEach(located -> counts.merge(located.finding.level(), 1L, Long::sum));
    return counts;
  }

  /** Entries of the baseline that these checks would have found if they were still so. */
  public List<Finding.Key> stale() {
    Set<String> names = checks.stream().map(Check::name).collect(Collectors.toSet());
    return baseline.without(all.stream().map(located -> located.finding.key()).toList()).stream()
        .filter(key -> names.contains(key.check()))
        .toList();
  }
}
