package dev.unprobed.prove.check;

import java.util.List;
import java.util.Set;

/**
 * What checks have found.
 *
 * @param findings by check, then by place
 * @param healthy the lines and symbols that can live, so that whoever finds them dead under another
 *     architecture knows
 * @param undecided questions that have no answer, because the limit came first
 * @param asked how many questions there were
 */
public record Findings(List<Finding> findings, Set<Finding.Key> healthy, int undecided, int asked) {
  public Findings {
    findings = List.copyOf(findings);
    healthy = Set.copyOf(healthy);
  }
}
