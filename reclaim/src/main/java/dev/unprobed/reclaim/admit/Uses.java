package dev.unprobed.reclaim.admit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who uses whose symbols, by KBUILD_MODFILE. */
final class Uses {
  private final Map<String, String> definers = new HashMap<>();
  private final Map<String, Map<String, String>> users = new HashMap<>();
  private final Map<String, Set<String>> suppliers = new HashMap<>();

  private Uses() {}

  static Uses of(List<Built> units) {
    Uses uses = new Uses();
    units.forEach(u -> u.objects().forEach(o -> o.strong().forEach(n -> uses.define(n, u.path()))));
    units.forEach(u ->
        u.objects().forEach(o -> o.weak().forEach(n -> uses.definers.putIfAbsent(n, u.path()))));
    units.forEach(
        u -> u.objects().forEach(o -> o.uses().forEach((n, at) -> uses.add(u.path(), n, at))));
    return uses;
  }

  private void define(String name, String unit) {
    definers.put(name, unit);
  }

  /** Adds a use that no object shows. */
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

  /** The units that this one needs something of. */
  Set<String> suppliers(String unit) {
    return suppliers.getOrDefault(unit, Set.of());
  }

  /** Who defines a name for all; null when nobody does. */
  @Nullable String definer(String name) {
    return definers.get(name);
  }
}
