package dev.unprobed.board.ledger;

/** What a board has of a unit. */
public enum Need {
  /** A driver of its takes a device, or would if its supplier came. */
  NEEDED,
  /** A driver of its may bind, or the unit is also called without a driver (OF_DECLARE). */
  POSSIBLE,
  /** It has drivers, and none can ever bind. */
  DEAD,
  /** It has no driver, so nothing is said about it: the core, libraries, file systems, tables. */
  NOT_JUDGED
}
