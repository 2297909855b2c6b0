package dev.unprobed.app;

import dev.unprobed.kconfig.explain.Explainer;
import dev.unprobed.kconfig.parse.TreeLoader;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds symbols by their names and, where there is none, says what may have been meant. */
record SymbolSearch(Workspace workspace, TreeLoader.Loaded loaded, Explainer explainer) {
  private static final int MOST_PLACES = 3;

  /** The symbol of that name, defined or only mentioned. */
  Symbol find(String name) {
    Symbol symbol = loaded.tree().find(name);
    if (symbol != null && !symbol.constant() && !symbol.choice()) {
      return symbol;
    }
    String hint = hint(name);
    throw new KconfigException(
        Diagnostic.ofFile(
            name,
            "unknown-symbol",
            "no Kconfig file that was read knows this symbol",
            hint.isEmpty() ? null : hint));
  }

  /**
   * What may have been meant by a name that nothing defines; empty when there is nothing to say.
   */
  String hint(String name) {
    List<String> similar = explainer.similar(name);
    String meant = similar.isEmpty() ? "" : "did you mean " + String.join(", ", similar) + "?";
    String elsewhere = elsewhere(name);
    return meant.isEmpty() || elsewhere.isEmpty() ? meant + elsewhere : elsewhere + "; " + meant;
  }

  /** Where a file defines the symbol that this architecture does not read; empty for nowhere. */
  String elsewhere(String name) {
    List<Location> places =
        Elsewhere.definitions(workspace.tree(), Set.of(name), new HashSet<>(loaded.files()))
            .getOrDefault(name, List.of());
    if (places.isEmpty()) {
      return "";
    }
    String shown =
        places.stream()
            .limit(MOST_PLACES)
            .map(Location::toString)
            .collect(Collectors.joining(", "));
    int more = places.size() - MOST_PLACES;
    String rest = more > 0 ? " and " + more + " more places" : "";
    String architecture = workspace.environment().getOrDefault("ARCH", "");
    String who = architecture.isEmpty() ? "here" : "with ARCH=" + architecture;
    return "it is defined in " + shown + rest + ", which is not read " + who;
  }
}
