package dev.unprobed.app.merge;

import java.util.List;

/**
 * What came of a merge.
 *
 * @param output the file that was written, readable
 * @param target what gave values to the rest
 * @param requested how many symbols the fragments speak of, without those that only the base does
 * @param survived how many of them got their value
 * @param losses of the fragments
 * @param allowed losses of the fragments that the user allowed
 * @param baseLosses of the base
 * @param ignored lines that ask for nothing
 */
public record MergeReport(
    String output,
    String target,
    int requested,
    int survived,
    List<Redefinition> redefinitions,
    List<Loss> losses,
    List<Loss> allowed,
    List<Loss> baseLosses,
    List<MergedLine> ignored) {
  /** Whether every value is there that has to be. */
  public boolean holds() {
    return losses.isEmpty();
  }
}
