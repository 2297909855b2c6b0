package dev.unprobed.prove.check;

import java.util.List;
import java.util.Set;

/**
 * What checks have found.
 *
 * @param findings by check, then by place
 * @param healthy the lines and symbols that can live, so that whoever finds them dead under another
 *     architecture knows
 * @param open the lines and symbols of questions that have no answer, because the limit came first
 * @param undecided how many such questions there were
 * @param asked how many questions there were
 */
public record Findings(
    List<Finding> findings,
    Set<Finding.Key> healthy,
    Set<Finding.Key> open,
    int undecided,
    int asked) {
  public Findings {
    findings = List.copyOf(findings);
    healthy = Set.copyOf(healthy);
    open = Set.copyOf(open);
  }
}
