package dev.unprobed.app.merge;

import dev.unprobed.kconfig.explain.Obstacle;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;
import java.util.SequencedMap;

/** A requested value that a symbol did not get. */
public sealed interface Loss {
  Request request();

  /**
   * The tree has the symbol.
   *
   * @param actual the value that it got
   * @param obstacles what stopped the value; at least one
   * @param blamed other requests, which gave symbols of the obstacles their values
   * @param recipe values with which it would have been possible; empty when none are known
   */
  record Refused(
      Request request,
      Symbol symbol,
      String actual,
      List<Obstacle> obstacles,
      List<Request> blamed,
      SequencedMap<Symbol, String> recipe)
      implements Loss {}

  /**
   * No file that was read defines the symbol.
   *
   * @param elsewhere where files that were not read define it
   * @param similar names that may have been meant
   */
  record Unknown(Request request, List<Location> elsewhere, List<String> similar) implements Loss {}
}
