package dev.unprobed.reclaim.admit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who leaves before whom. Of units that use each other in a circle, those without init and driver
 * act only when they are called: they leave after the one that calls.
 */
final class Leavers {
  private final Map<String, Built> units;
  private final Map<String, Set<String>> users = new HashMap<>();
  private final Map<String, String> entangled = new LinkedHashMap<>();

  /**
   * @param staying what is not to be looked at
   * @param additions units that leave only when all other users of what they add to have left
   */
  Leavers(Map<String, Built> units, Uses uses, Set<String> staying, Set<String> additions) {
    this.units = units;
    for (String path : units.keySet()) {
      if (!staying.contains(path)) {
        users.put(path, new TreeSet<>(uses.users(path).keySet()));
      }
    }
    for (String path : additions) {
      if (!staying.contains(path)) {
        wait(path, uses, additions);
      }
    }
    users.forEach((path, list) -> list.retainAll(users.keySet()));
    Cycles.of(users).forEach(this::untie);
  }

  /** For all other users of what it adds to, but not for what those need of each other. */
  private void wait(String addition, Uses uses, Set<String> additions) {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(addition));
    while (!open.isEmpty()) {
      for (String supplier : uses.suppliers(open.pop())) {
        if (users.containsKey(supplier) && needed.add(supplier)) {
          open.add(supplier);
        }
      }
    }
    Set<String> first = new TreeSet<>(users.get(addition));
    uses.suppliers(addition).stream()
        .filter(users::containsKey)
        .forEach(s -> first.addAll(uses.users(s).keySet()));
    first.removeAll(additions);
    first.removeAll(needed);
    users.put(addition, first);
  }

  private void untie(Set<String> circle) {
    List<String> acting = circle.stream().filter(path -> acts(unit(path))).sorted().toList();
    if (acting.size() > 1) {
      String names = String.join(", ", new TreeSet<>(circle));
      circle.forEach(path -> entangled.put(path, "they use each other: " + names));
      return;
    }
    Set<String> outside = new TreeSet<>();
    circle.forEach(path -> outside.addAll(users.get(path)));
    outside.removeAll(circle);
    for (String path : circle) {
      Set<String> before = new TreeSet<>(outside);
      acting.stream().filter(a -> !a.equals(path)).forEach(before::add);
      users.put(path, before);
    }
  }

  private Built unit(String path) {
    return Objects.requireNonNull(units.get(path));
  }

  private static boolean acts(Built unit) {
    return unit.hasDriver() || !unit.inits().isEmpty() || unit.exits() > 0;
  }

  /** Those that would wait for each other for ever, each with its circle. */
  Map<String, String> entangled() {
    return entangled;
  }

  Candidate candidate(Built unit, List<Feed> feeds) {
    return new Candidate(
        unit.unit(),
        unit.pieces(),
        unit.inits(),
        unit.exits(),
        users.getOrDefault(unit.path(), Set.of()),
        feeds,
        unit.declares());
  }
}
