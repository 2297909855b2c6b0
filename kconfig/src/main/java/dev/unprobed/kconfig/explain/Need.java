package dev.unprobed.kconfig.explain;

import java.util.List;

/** The part of a condition that would have to change, taken apart no further than to operands. */
public sealed interface Need {
  /** Each of these would have to change. */
  record All(List<Need> needs) implements Need {}

  /** Any one of these would do. */
  record Any(List<Need> needs) implements Need {}

  /**
   * A symbol or a comparison that would have to be higher or lower.
   *
   * @param least true when the value has to be at least {@code bound}, false when at most
   * @param bound 0 to 2
   * @param settings each of which would do; empty when the comparison is not with a constant
   */
  record Atom(Term term, boolean least, int bound, List<Setting> settings) implements Need {}
}
