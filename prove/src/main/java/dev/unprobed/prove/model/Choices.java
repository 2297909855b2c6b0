package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Symbol;

/** How a generation's choices come into the formula. */
interface Choices {
  /**
   * Refuses a choice that the formula would not say exactly, before anything of it is encoded.
   *
   * @param choice with all its members
   */
  void check(Symbol choice);

  /** The value of the choice itself, which {@link #constrain} will define. */
  Pair mode(Symbol choice);

  /** Says what the choice and its members can be. */
  void constrain(Symbol choice);
}
