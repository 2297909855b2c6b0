package dev.unprobed.prove.model;

import dev.unprobed.prove.sat.Cnf;

/** What can be done with values n, m and y. */
record Logic(Cnf cnf) {
  Pair min(Pair a, Pair b) {
    return new Pair(cnf.and(a.m(), b.m()), cnf.and(a.y(), b.y()));
  }

  Pair max(Pair a, Pair b) {
    return new Pair(cnf.or(a.m(), b.m()), cnf.or(a.y(), b.y()));
  }

  /** y instead of m under a condition. */
  Pair promote(Pair value, int condition) {
    return new Pair(value.m(), cnf.or(value.y(), cnf.and(condition, value.m())));
  }

  Pair choose(int condition, Pair then, Pair otherwise) {
    return new Pair(
        cnf.choose(condition, then.m(), otherwise.m()),
        cnf.choose(condition, then.y(), otherwise.y()));
  }

  /** n unless a condition holds. */
  Pair when(int condition, Pair value) {
    return min(Pair.truth(condition), value);
  }

  void addEqual(int condition, Pair a, Pair b) {
    cnf.addEqual(condition, a.m(), b.m());
    cnf.addEqual(condition, a.y(), b.y());
  }
}
