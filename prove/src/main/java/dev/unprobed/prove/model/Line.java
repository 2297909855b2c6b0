package dev.unprobed.prove.model;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/** A line of a Kconfig file, or the absence of one, on which a proof can rest. */
public sealed interface Line {
  /**
   * A line that is there.
   *
   * @param symbol that it is about; absent for a menu or an {@code if}
   */
  record Stated(Location location, @Nullable Symbol symbol) implements Line {}

  /** Nothing defines a symbol, which makes it n. */
  record Undefined(Symbol symbol) implements Line {}
}
