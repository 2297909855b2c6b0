package dev.unprobed.prove.sat;

/** What a solver found out about a formula under assumptions. */
public enum Verdict {
  /** There is a model. */
  SATISFIABLE,
  /** There is none. */
  UNSATISFIABLE,
  /** The limit came first; nothing is known. */
  UNKNOWN
}
