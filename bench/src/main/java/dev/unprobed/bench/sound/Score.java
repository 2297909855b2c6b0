package dev.unprobed.bench.sound;

import java.util.List;

/**
 * What came of one tree.
 *
 * @param variables of the formula
 * @param made configurations that the solver made
 * @param shown different values of symbols in those
 * @param unchanged those that conf gave back as they were
 * @param random fixed points that randconfig led to
 * @param satisfying those that the formula has
 * @param leftOut those that it leaves out on purpose
 * @param wrong what differs, a line each
 */
public record Score(
    String tree,
    String arch,
    int symbols,
    int variables,
    int clauses,
    int made,
    int shown,
    int unchanged,
    int random,
    int satisfying,
    int leftOut,
    List<String> wrong) {

  public Score {
    wrong = List.copyOf(wrong);
  }

  /** Whether nothing differs. */
  public boolean good() {
    return wrong.isEmpty();
  }
}
