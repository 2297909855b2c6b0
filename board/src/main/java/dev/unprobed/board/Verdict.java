package dev.unprobed.board;

/** What becomes of a driver on a board. */
public enum Verdict {
  /** It takes a device, if the hardware is there and answers. */
  BOUND,
  /** It matches a device that waits for ever for a supplier; with that, it would bind. */
  DEFERRED,
  /** It may bind: that depends on what cannot be known from files. */
  POSSIBLE,
  /** It can never bind: nothing on this board matches it, and nothing can come that does. */
  DEAD
}
