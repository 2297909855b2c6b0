package dev.unprobed.app.repair;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.prove.VerdictsJson;
import dev.unprobed.kconfig.source.ByteText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A repair for programs. */
public final class RepairedJson {
  private RepairedJson() {}

  /** One object. */
  public static Map<String, Object> of(Repaired repaired) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("platform", ByteText.readable(repaired.repair().platform().text()));
    map.put("cannot", repaired.repair().obstacles().stream().map(ByteText::readable).toList());
    map.put("remarks", repaired.repair().remarks().stream().map(ByteText::readable).toList());
    map.put("diff", repaired.diff());
    Verdicts after = repaired.after();
    if (after != null) {
      map.put("rules", VerdictsJson.rulings(after));
      map.put("complete", repaired.complete());
      map.put("changesOnPlatform", changes(repaired.onPlatform()));
      map.put("changesAnywhere", changes(repaired.anywhere()));
      map.put("conf", repaired.tables().stream().map(RepairedJson::table).toList());
    }
    return map;
  }

  private static List<Map<String, String>> changes(List<ValueChange> changes) {
    return changes.stream()
        .map(change -> {
          Map<String, String> map = new LinkedHashMap<>();
          map.put("symbol", change.symbol());
          map.put("before", change.before());
          map.put("after", change.after());
          return map;
        })
        .toList();
  }

  private static Map<String, Object> table(ConfTable table) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("driver", table.driver());
    map.put("rows", table.rows().stream().map(RepairedJson::row).toList());
    return map;
  }

  private static Map<String, String> row(ConfTable.Row row) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("modules", row.modules());
    map.put("asked", row.asked());
    map.put("got", row.got());
    return map;
  }
}
