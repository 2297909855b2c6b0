package dev.unprobed.app.diff;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What turned an expression.
 *
 * @param keys the symbols in it that differ and are to blame
 * @param rule whether the expression itself differs, and that is to blame
 */
record Found(Set<String> keys, boolean rule) {
  static final Found NOTHING = new Found(Set.of(), false);
  static final Found RULE = new Found(Set.of(), true);

  /** The same, for a part that the other side does not have. */
  Found ofNewRule() {
    return new Found(keys, true);
  }

  static Found of(String key) {
    return new Found(Set.of(key), false);
  }

  boolean nothing() {
    return keys.isEmpty() && !rule;
  }

  Found and(Found other) {
    if (other.nothing()) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(other.keys);
    return new Found(all, rule || other.rule);
  }
}
