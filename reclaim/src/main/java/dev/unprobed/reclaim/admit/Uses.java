package dev.unprobed.reclaim.admit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who uses whose symbols, by KBUILD_MODFILE. A use is any relocation in memory, in init code too:
 * whoever registered something at boot may be asked for it for ever.
 */
final class Uses {
  private final Map<String, String> definers = new HashMap<>();
  private final Map<String, Map<String, String>> users = new HashMap<>();
  private final Map<String, Set<String>> suppliers = new HashMap<>();

  private Uses() {}

  static Uses of(List<Built> units) {
    Uses uses = new Uses();
    for (Built unit : units) {
      for (ObjectFacts object : unit.objects()) {
        object.strong().forEach(name -> uses.definers.put(name, unit.path()));
        object.weak().forEach(name -> uses.definers.putIfAbsent(name, unit.path()));
      }
    }
    // A weak definition that came before a strong one has been replaced by it.
    for (Built unit : units) {
      for (ObjectFacts object : unit.objects()) {
        object.uses().forEach((name, place) -> uses.add(unit.path(), name, place));
        object
            .lookedUp()
            .forEach(name -> uses.add(unit.path(), name, object.object().path() + " looks up"));
      }
    }
    return uses;
  }

  /** Adds a use; what nobody defines is none. */
  void add(String user, String name, String place) {
    String definer = definers.get(name);
    if (definer != null && !definer.equals(user)) {
      users
          .computeIfAbsent(definer, d -> new LinkedHashMap<>())
          .putIfAbsent(user, place + " -> " + name);
      suppliers.computeIfAbsent(user, u -> new TreeSet<>()).add(definer);
    }
  }

  /** The units that need something of this one, each with a place that does. */
  Map<String, String> users(String unit) {
    return users.getOrDefault(unit, Map.of());
  }

  /** Who defines a name for all; empty when no built-in unit does. */
  Optional<String> definer(String name) {
    return Optional.ofNullable(definers.get(name));
  }

  /** The units that this one needs something of. */
  Set<String> suppliers(String unit) {
    return suppliers.getOrDefault(unit, Set.of());
  }
}
