package dev.unprobed.kernel.driver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What functions of analysed programs do with their arguments, by name: what the analysis of a
 * module has to know of those that it calls. Immutable.
 */
public final class Summaries {
  private final Map<String, List<Effect>> effects;
  private final Map<String, String> busNames;

  Summaries(Map<String, List<Effect>> effects, Map<String, String> busNames) {
    this.effects = Map.copyOf(effects);
    this.busNames = Map.copyOf(busNames);
  }

  /** Where nothing was analysed before. */
  public static Summaries none() {
    return new Summaries(Map.of(), Map.of());
  }

  /** These and others; where several know a name, the last. */
  Summaries and(List<Summaries> others) {
    var moreEffects = new HashMap<>(effects);
    var moreNames = new HashMap<>(busNames);
    for (var other : others) {
      moreEffects.putAll(other.effects);
      moreNames.putAll(other.busNames);
    }
    return new Summaries(moreEffects, moreNames);
  }

  /** Whether any function is known. */
  public boolean isEmpty() {
    return effects.isEmpty();
  }

  Map<String, List<Effect>> effects() {
    return effects;
  }

  /** What the bus_type of that symbol is called. */
  Map<String, String> busNames() {
    return busNames;
  }
}
