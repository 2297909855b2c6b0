package dev.unprobed.app.reclaim;

import dev.unprobed.reclaim.run.CheckResult;
import dev.unprobed.reclaim.run.Evidence;
import dev.unprobed.reclaim.run.UnitState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What boots showed, for programs: the format {@code unprobed-reclaim-run-1}. */
final class RunJson {
  static final String FORMAT = "unprobed-reclaim-run-1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RunJson() {}

  static String of(List<Evidence> all, Map<String, Itemised> items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", FORMAT);
    map.put("boards", all.stream().map(evidence -> board(evidence, items)).toList());
    return MAPPER.writeValueAsString(map) + "\n";
  }

  private static Map<String, Object> board(Evidence evidence, Map<String, Itemised> items) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("board", evidence.machine());
    evidence.summary().ifPresent(summary -> map.put("printed", summary));
    evidence.predicted().ifPresent(pages -> map.put("predictedPages", pages));
    evidence.growth().ifPresent(growth -> map.put("memTotalGrowthKiB", growth));
    map.put("memTotalKiB", evidence.with().memory());
    map.put("units", evidence.with().units().stream().map(RunJson::unit).toList());
    Itemised found = items.get(evidence.machine());
    if (found != null) {
      map.put("ledger", ItemisedText.list(found));
    }
    map.put("regions", evidence.with().file("regions"));
    map.put(
        "checks", evidence.with().checks().stream().map(check -> check(check, evidence)).toList());
    map.put("differences", evidence.differences());
    return map;
  }

  private static Map<String, Object> unit(UnitState unit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("unit", unit.name());
    map.put("state", unit.state());
    map.put("bytes", unit.size());
    map.put("reason", unit.reason());
    return map;
  }

  private static Map<String, Object> check(CheckResult check, Evidence evidence) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", check.name());
    map.put("outcome", check.outcome().name().toLowerCase(Locale.ROOT));
    map.put("milliseconds", check.milliseconds());
    map.put("said", check.said());
    map.put("troubles", check.troubles());
    map.put("usual", evidence.usual().contains(check.name()));
    return map;
  }
}
