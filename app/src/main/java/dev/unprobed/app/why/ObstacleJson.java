package dev.unprobed.app.why;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.explain.Obstacle;
import dev.unprobed.kconfig.source.ByteText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Obstacles as maps. */
final class ObstacleJson {
  private ObstacleJson() {}

  static List<Map<String, Object>> of(List<Obstacle> obstacles) {
    return obstacles.stream().map(ObstacleJson::of).toList();
  }

  private static Map<String, Object> of(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.NotDefined _ -> map("not-defined");
      case Obstacle.NotAValue no -> with("not-a-value", "type", no.type().text());
      case Obstacle.BoolNotModule _ -> map("bool-not-module");
      case Obstacle.NoModules no -> with("no-modules", "symbol", no.modules().displayName());
      case Obstacle.NoPrompt none -> {
        Map<String, Object> map = with("no-prompt", "current", CauseJson.of(none.current()));
        map.put("lines", ConditionJson.gates(none.lines()));
        yield map;
      }
      case Obstacle.Hidden hidden ->
          with("hidden", "prompts", ConditionJson.gates(hidden.prompts()));
      case Obstacle.OnlyModule only ->
          with("only-module", "prompts", ConditionJson.gates(only.prompts()));
      case Obstacle.Selected selected -> {
        Map<String, Object> map = with("selected", "floor", Tristate.text(selected.floor()));
        map.put("selects", ConditionJson.links(selected.selects()));
        yield map;
      }
      case Obstacle.SetOtherwise other ->
          with("set-otherwise", "cause", CauseJson.of(other.cause()));
      case Obstacle.OtherMember other -> with("other-member", "cause", CauseJson.of(other.cause()));
      case Obstacle.NeededMember needed ->
          with("needed-member", "cause", CauseJson.of(needed.cause()));
      case Obstacle.SingleMember single ->
          with(
              "single-member",
              "choice",
              ConditionJson.of(single.choice().definitions().getFirst().location()));
      case Obstacle.OutOfRange range -> {
        Map<String, Object> map = map("out-of-range");
        map.put("low", ByteText.readable(range.low()));
        map.put("high", ByteText.readable(range.high()));
        map.put("location", ConditionJson.of(range.line().location()));
        yield map;
      }
      case Obstacle.Other other -> with("other", "cause", CauseJson.of(other.cause()));
    };
  }

  private static Map<String, Object> map(String kind) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind);
    return map;
  }

  private static Map<String, Object> with(String kind, String name, Object value) {
    Map<String, Object> map = map(kind);
    map.put(name, value);
    return map;
  }
}
