package dev.unprobed.reclaim.admit;

/** Why a unit stays on every board. */
public enum Reason {
  /** Nothing in it is a driver, and nothing of it is used by drivers only. */
  NO_DRIVER,
  /** Timer, interrupt controller, clock, console and the like: it works without being bound. */
  ESSENTIAL,
  /** A unit that stays uses its symbols. */
  USED_BY_CORE,
  /** A table of the kernel points into it that cannot be detached. */
  REACHED_BY_TABLE,
  /** Its init does something that its exit does not undo. */
  NOT_UNDONE,
  /** Its exit undoes something that its init may not have done. */
  EXIT_WITHOUT_INIT,
  /** A module that is installed uses its exports. */
  WANTED_BY_MODULE,
  /** It has a section that cannot be given back or moved. */
  UNMOVABLE_SECTION
}
