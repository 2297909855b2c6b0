package dev.unprobed.app.why;

import dev.unprobed.kconfig.explain.Cause;
import dev.unprobed.kconfig.source.ByteText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Causes as maps. */
final class CauseJson {
  private CauseJson() {}

  static Map<String, Object> of(Cause cause) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (cause) {
      case Cause.ByUser user -> {
        map.put("kind", "user");
        map.put("wanted", ByteText.readable(user.wanted()));
        ConditionJson.put(map, user.line());
        map.put("limits", ConditionJson.gates(user.limits()));
      }
      case Cause.ByDefault value -> {
        map.put("kind", "default");
        map.put("location", ConditionJson.of(value.line().location()));
        map.put("default", ConditionJson.of(value.value()));
        value.condition().ifPresent(term -> map.put("if", ConditionJson.of(term)));
        map.put("limits", ConditionJson.blockers(value.limits()));
      }
      case Cause.BySelect select -> {
        map.put("kind", "select");
        map.put("chain", ConditionJson.links(select.chain()));
        map.put("root", of(select.root()));
      }
      case Cause.ByImply imply -> {
        map.put("kind", "imply");
        map.put("chain", ConditionJson.links(java.util.List.of(imply.link())));
        map.put("root", of(imply.root()));
      }
      case Cause.ByChoice choice -> choice(map, choice);
      case Cause.ByRange range -> {
        map.put("kind", "range");
        map.put("location", ConditionJson.of(range.line().location()));
        map.put("outside", ByteText.readable(range.outside()));
        map.put("otherwise", of(range.otherwise()));
      }
      case Cause.ByVisibility visible -> {
        map.put("kind", "visible-choice");
        map.put("location", ConditionJson.of(visible.prompt().location()));
      }
      case Cause.Unset unset -> {
        map.put("kind", "unset");
        map.put("skipped", ConditionJson.gates(unset.skipped()));
      }
      case Cause.Undefined _ -> map.put("kind", "undefined");
    }
    return map;
  }

  private static void choice(Map<String, Object> map, Cause.ByChoice choice) {
    map.put("kind", "choice");
    String place = ConditionJson.of(choice.choice().definitions().getFirst().location());
    map.put("choice", place);
    choice.winner().ifPresent(winner -> map.put("member", winner.displayName()));
    map.put("pick", choice.pick().name().toLowerCase(Locale.ROOT));
    ConditionJson.put(map, choice.line());
  }
}
