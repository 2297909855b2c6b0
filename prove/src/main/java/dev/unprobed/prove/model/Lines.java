package dev.unprobed.prove.model;

import dev.unprobed.kconfig.tree.Property;
import dev.unprobed.kconfig.tree.Symbol;

/** What the lines of the Kconfig files contribute to the formula. */
interface Lines {
  /** When a default, select, imply or range counts, and up to which value a prompt is visible. */
  Pair condition(Property property);

  /** What a default gives. */
  Pair value(Property property);

  /** The dependencies of all definitions. */
  Pair direct(Symbol symbol);

  /** What selects ask for. */
  Pair reverse(Symbol symbol);

  /** What implies ask for. */
  Pair weakReverse(Symbol symbol);

  /** The literal that is true where a symbol is a bool because its definition says so. */
  int bool(Symbol symbol);

  /** The literal under which the members of a choice exclude each other. */
  int choice(Symbol choice);

  /** The value of a symbol that nothing defines. */
  Pair undefined(Symbol symbol);
}
