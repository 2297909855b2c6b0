package dev.unprobed.kernel.driver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one call comes to on different ways. When the code that calls chooses between several names,
 * one of the devices comes, and none of them for certain; a loop makes all of them.
 */
final class Alternatives {
  private final Map<Choice, Set<Effect>> choices = new HashMap<>();

  /** A call, and one of the effects of what it calls. */
  private record Choice(long site, Effect effect) {}

  void add(long site, Effect effect, List<Effect> here) {
    if (effect instanceof Effect.Makes && effect.open()) {
      choices.computeIfAbsent(new Choice(site, effect), choice -> new HashSet<>()).addAll(here);
    }
  }

  /**
   * The effects that a call may have instead of each other.
   *
   * @param repeated the sites of calls that one way comes to several times
   */
  Set<Effect> at(long site, Set<Long> repeated) {
    return repeated.contains(site)
        ? Set.of()
        : choices.entrySet().stream()
            .filter(entry -> entry.getKey().site == site && entry.getValue().size() > 1)
            .flatMap(entry -> entry.getValue().stream())
            .collect(Collectors.toSet());
  }
}
