package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/** Where the user's values come from. */
@FunctionalInterface
public interface Origins {
  /** Nothing is known. */
  Origins UNKNOWN = symbol -> null;

  /** The line that gave the symbol its user value, absent when it is not known. */
  @Nullable Location of(Symbol symbol);
}
