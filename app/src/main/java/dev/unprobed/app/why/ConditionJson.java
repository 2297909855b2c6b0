package dev.unprobed.app.why;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.explain.Blocker;
import dev.unprobed.kconfig.explain.Clause;
import dev.unprobed.kconfig.explain.Definition;
import dev.unprobed.kconfig.explain.Gate;
import dev.unprobed.kconfig.explain.Link;
import dev.unprobed.kconfig.explain.Need;
import dev.unprobed.kconfig.explain.Term;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Location;
import dev.unprobed.kconfig.tree.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of Kconfig and their conditions as maps. */
final class ConditionJson {
  private ConditionJson() {}

  static Map<String, Object> of(Definition definition) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("location", of(definition.location()));
    map.put("prompt", ByteText.readable(definition.prompt()));
    map.put("depends", definition.clauses().stream().map(ConditionJson::of).toList());
    return map;
  }

  static Map<String, Object> of(Clause clause) {
    Map<String, Object> map = of(clause.term());
    map.put("from", clause.kind().text());
    map.put("location", of(clause.location()));
    return map;
  }

  static Map<String, Object> of(Term term) {
    Map<String, Object> values = new LinkedHashMap<>();
    term.values()
        .forEach((symbol, value) -> values.put(symbol.displayName(), ByteText.readable(value)));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("expression", ByteText.readable(term.expression()));
    map.put("value", Tristate.text(term.value()));
    map.put("symbols", values);
    return map;
  }

  static Map<String, Object> of(Need need) {
    return switch (need) {
      case Need.All all -> Map.of("all", needs(all.needs()));
      case Need.Any any -> Map.of("any", needs(any.needs()));
      case Need.Atom atom -> {
        Map<String, Object> map = of(atom.term());
        map.put(atom.least() ? "least" : "most", Tristate.text(atom.bound()));
        map.put("settings", atom.settings().stream().map(Object::toString).toList());
        yield map;
      }
    };
  }

  private static List<Map<String, Object>> needs(List<Need> needs) {
    return needs.stream().map(ConditionJson::of).toList();
  }

  static List<Map<String, Object>> gates(List<Gate> gates) {
    return gates.stream().map(ConditionJson::of).toList();
  }

  private static Map<String, Object> of(Gate gate) {
    Map<String, Object> map = of(gate.line());
    map.put("needs", blockers(gate.blockers()));
    return map;
  }

  static List<Map<String, Object>> blockers(List<Blocker> blockers) {
    return blockers.stream().map(ConditionJson::of).toList();
  }

  private static Map<String, Object> of(Blocker blocker) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("line", of(blocker.clause()));
    map.put("need", of(blocker.need()));
    return map;
  }

  static Map<String, Object> of(Property line) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("line", line.kind().text());
    map.put("location", of(line.location()));
    return map;
  }

  static List<Map<String, Object>> links(List<Link> links) {
    return links.stream().map(ConditionJson::of).toList();
  }

  static Map<String, Object> of(Link link) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", link.selector().displayName());
    map.put("value", ByteText.readable(link.value()));
    map.put("strength", Tristate.text(link.strength()));
    map.put("location", of(link.line().location()));
    return map;
  }

  static String of(Location location) {
    return ByteText.readable(location.toString());
  }

  static void put(Map<String, Object> map, Optional<Location> location) {
    location.ifPresent(place -> map.put("location", of(place)));
  }
}
