package dev.unprobed.app;

import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.SymbolNames;
import org.jspecify.annotations.Nullable;

/** The symbols of a tree, with or without the prefix that they have in files. */
record TreeSymbols(ConfiguredTree tree, SymbolSearch search) implements SymbolNames {
  @Override
  public @Nullable Symbol find(String name) {
    Symbol symbol = tree.loaded().tree().find(bare(name));
    return symbol == null || symbol.choice() ? null : symbol;
  }

  @Override
  public String hint(String name) {
    return search.hint(bare(name));
  }

  String bare(String name) {
    return name.startsWith(tree.prefix()) ? name.substring(tree.prefix().length()) : name;
  }
}
