package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Symbol;

/** Gives symbols their places in the formula, when they are first asked for. */
interface Values {
  /** The value of a bool or tristate; n for every other symbol. */
  Pair logical(Symbol symbol);

  /** The value as conditions compare it. */
  View view(Symbol symbol);

  /** The value as a default of an int, hex or string, or a range, takes it over. */
  View plain(Symbol symbol);
}
