package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/** Finds what names in conditions mean. */
public interface SymbolNames {
  /** The symbol, or n, m, y; absent when the tree does not know the name. */
  @Nullable Symbol find(String name);

  /** What may have been meant by a name that is unknown; empty when there is nothing to say. */
  String hint(String name);
}
