package dev.unprobed.app.diff;

import java.util.Set;

/**
 * Why a symbol differs.
 *
 * @param causes the keys of symbols that differ and made it differ; empty for a root
 * @param rule whether the rule itself is another one too
 */
record Reason(How how, Set<String> causes, boolean rule) {
  Reason(How how, Set<String> causes) {
    this(how, causes, false);
  }

  static Reason root(How how) {
    return new Reason(how, Set.of());
  }

  /** The reason that a rule gives, if it gives any. */
  static Reason of(How how, Found found) {
    boolean ruleAlone = found.keys().isEmpty() && found.rule();
    return ruleAlone ? root(how.ofTheTree()) : new Reason(how, found.keys(), found.rule());
  }

  /** The same as a beginning, where symbols explain each other in a circle. */
  Reason asRoot() {
    return root(how.root() ? how : rule ? how.ofTheTree() : How.UNKNOWN);
  }

  boolean explains() {
    return how.root() || !causes.isEmpty();
  }

  /** Whether it is a beginning, rather than a consequence. */
  boolean begins() {
    return how.root();
  }
}
