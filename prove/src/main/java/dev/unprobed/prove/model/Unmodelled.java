package dev.unprobed.prove.model;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import org.jspecify.annotations.Nullable;

/** Refuses what the formula would not say exactly: better no answer than a wrong one. */
final class Unmodelled {
  static final String CHECK = "not-modelled";

  private Unmodelled() {}

  static KconfigException tree(String message) {
    return new KconfigException(Diagnostic.ofFile("Kconfig", CHECK, message, null));
  }

  /** Because of one symbol, the whole tree. */
  static KconfigException tree(Symbol symbol, String message) {
    return symbol(symbol, message, null);
  }

  /** One symbol and what depends on it. */
  static KconfigException symbol(Symbol symbol, String message) {
    String hint = "what does not depend on it has answers";
    return symbol(symbol, message, hint);
  }

  private static KconfigException symbol(Symbol symbol, String message, @Nullable String hint) {
    Location at =
        symbol.defined()
            ? symbol.definitions().getFirst().location()
            : new Location(symbol.displayName(), 0);
    String text = "%s %s".formatted(symbol.displayName(), message);
    return new KconfigException(new Diagnostic(at.file(), at.line(), 1, CHECK, text, null, hint));
  }
}
