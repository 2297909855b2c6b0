package dev.unprobed.app.set;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Conflict;
import dev.unprobed.prove.nearest.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Ways to make requests stick, for programs. */
public final class PlansJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PlansJson() {}

  /** One object. */
  public static String of(Plans plans) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("requests", requests(plans.requests()));
    map.put("keep", plans.keep());
    map.put("start", plans.start());
    map.put("complete", plans.complete());
    map.put("confNotAsked", plans.remark());
    map.put("plans", plans.plans().stream().map(PlansJson::plan).toList());
    Conflict conflict = plans.conflict();
    if (conflict != null) {
      Map<String, Object> inner = new LinkedHashMap<>();
      inner.put("requests", requests(conflict.requests()));
      inner.put("keep", conflict.kept());
      inner.put("explained", conflict.explained());
      inner.put("reasons", plans.reasons());
      map.put("conflict", inner);
    }
    return MAPPER.writeValueAsString(map);
  }

  private static List<Map<String, String>> requests(List<Request> requests) {
    return requests.stream()
        .map(request ->
            Map.of(
                "symbol", ByteText.readable(request.symbol().displayName()),
                "value", ByteText.readable(request.value())))
        .toList();
  }

  private static Map<String, Object> plan(Plans.Plan plan) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("conf", plan.replay().name().toLowerCase(Locale.ROOT));
    map.put("changes", plan.example().changes().stream().map(PlansJson::change).toList());
    return map;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", ByteText.readable(change.symbol().displayName()));
    map.put("before", ByteText.readable(change.before()));
    map.put("after", ByteText.readable(change.after()));
    return map;
  }
}
