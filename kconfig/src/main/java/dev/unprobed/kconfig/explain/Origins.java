package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.dotconfig.ConfigLines;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the user's values come from. */
@FunctionalInterface
public interface Origins {
  /** Nothing is known. */
  Origins UNKNOWN = symbol -> null;

  /**
   * The lines of a {@code .config}, of which the last about a symbol counts.
   *
   * @param prefix of symbol names, usually {@code CONFIG_}
   * @param name of the file
   */
  static Origins ofFile(MenuTree tree, String prefix, String name, byte[] content) {
    Map<String, Location> lines = new HashMap<>();
    new ConfigLines(tree.generation(), prefix)
        .forEach(
            content,
            (line, symbol, value) -> lines.put(symbol, new Location(name, line)),
            (line, data) -> {});
    return symbol -> symbol.name() == null ? null : lines.get(symbol.name());
  }

  /** The line that gave the symbol its user value, absent when it is not known. */
  @Nullable Location of(Symbol symbol);
}
