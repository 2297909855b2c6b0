package dev.unprobed.reclaim.leave;

/** What becomes of a candidate on a board. */
public enum Outcome {
  /** It leaves, whatever else is on the board. */
  LEAVES,
  /** It leaves if no more devices are there than files tell of. */
  MAY_LEAVE,
  STAYS
}
