package dev.unprobed.app.why;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.explain.Explanation;
import dev.unprobed.kconfig.explain.Obstacle;
import dev.unprobed.kconfig.explain.Outcome;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Explanations for programs. */
public final class ExplanationJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ExplanationJson() {}

  /** A symbol, why it is what it is, and what comes of asking for other values. */
  public static String of(Explanation explanation, List<Outcome> outcomes) {
    Map<String, Object> map = document(explanation.symbol());
    map.put("value", ByteText.readable(explanation.value()));
    map.put("visibility", Tristate.text(explanation.visibility()));
    map.put("dependency", Tristate.text(explanation.dependency()));
    map.put("definitions", explanation.definitions().stream().map(ConditionJson::of).toList());
    map.put("cause", CauseJson.of(explanation.cause()));
    explanation
        .promotion()
        .ifPresent(why -> map.put("promoted", why.name().toLowerCase(Locale.ROOT)));
    explanation.ignored().ifPresent(value -> map.put("ignored", ByteText.readable(value)));
    map.put("hidden", ConditionJson.gates(explanation.hidden()));
    map.put("selects", ConditionJson.links(explanation.selects()));
    map.put("implies", ConditionJson.links(explanation.implies()));
    map.put("asked", outcomes.stream().map(ExplanationJson::map).toList());
    return MAPPER.writeValueAsString(map);
  }

  /**
   * What comes of asking for one value.
   *
   * @param recipe what to set instead; empty when that is not needed or not known
   */
  public static String of(Outcome outcome, SequencedMap<Symbol, String> recipe) {
    Map<String, Object> map = document(outcome.symbol());
    map.putAll(map(outcome));
    map.put("recipe", recipe(recipe));
    return MAPPER.writeValueAsString(map);
  }

  /** What comes of asking for one value, as part of another document. */
  public static Map<String, Object> map(Outcome outcome) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("wanted", ByteText.readable(outcome.wanted()));
    map.put("before", ByteText.readable(outcome.before()));
    map.put("after", ByteText.readable(outcome.after()));
    map.put("verdict", outcome.verdict().name().toLowerCase(Locale.ROOT));
    map.put("obstacles", ObstacleJson.of(outcome.obstacles()));
    return map;
  }

  /** What stops a value, as part of another document. */
  public static List<Map<String, Object>> obstacles(List<Obstacle> obstacles) {
    return ObstacleJson.of(obstacles);
  }

  /** Values to set, by the names of their symbols. */
  public static Map<String, String> recipe(SequencedMap<Symbol, String> recipe) {
    Map<String, String> map = new LinkedHashMap<>();
    recipe.forEach((symbol, value) -> map.put(symbol.displayName(), ByteText.readable(value)));
    return map;
  }

  private static Map<String, Object> document(Symbol symbol) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-why-1");
    map.put("symbol", symbol.displayName());
    map.put("type", symbol.type().text());
    return map;
  }
}
