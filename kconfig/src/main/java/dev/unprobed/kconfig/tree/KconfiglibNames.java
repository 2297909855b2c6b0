package dev.unprobed.kconfig.tree;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Kconfiglib speaks of symbols, choices and types in its warnings. */
public final class KconfiglibNames {
  private KconfiglibNames() {}

  /** A symbol or choice and where it is defined. */
  public static String located(Symbol symbol) {
    String name = symbol.choice ? choice(symbol.name) : symbol.displayName();
    if (symbol.definitions.isEmpty()) {
      return name + " (undefined)";
    }
    return symbol.definitions.stream()
        .map(node -> node.location().toString())
        .collect(Collectors.joining(", ", name + " (defined at ", ")"));
  }

  private static String choice(@Nullable String name) {
    return name == null ? "<choice>" : "<choice " + name + ">";
  }

  /** The keyword of a type. */
  public static String type(SymbolType type) {
    return type == SymbolType.INT ? "int" : type.text();
  }
}
