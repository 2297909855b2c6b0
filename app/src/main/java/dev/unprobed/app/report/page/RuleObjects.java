package dev.unprobed.app.report.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.unprobed.app.prove.Judged;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.prove.VerdictsJson;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.nearest.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of one architecture; their configurations as changes of the first one. */
final class RuleObjects {
  private List<String> base = List.of();

  private RuleObjects() {}

  static Map<String, Object> of(Verdicts verdicts) {
    return new RuleObjects().tree(verdicts);
  }

  private Map<String, Object> tree(Verdicts verdicts) {
    List<Map<String, Object>> rules = new ArrayList<>();
    List<Map<String, Object>> plain = VerdictsJson.rulings(verdicts);
    for (int i = 0; i < plain.size(); i++) {
      Map<String, Object> rule = new LinkedHashMap<>(plain.get(i));
      Judged judged = verdicts.rulings().get(i);
      Example example = judged.ruling().example();
      if (example != null) {
        rule.put("config", config(ByteText.readable(example.config())));
      }
      rules.add(rule);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tree", verdicts.title());
    map.put("arch", verdicts.architecture());
    map.put("start", verdicts.start());
    map.put("confNotAsked", verdicts.remark());
    map.put("base", String.join("\n", base));
    map.put("rules", rules);
    return map;
  }

  /** Each change: from which line of the first one on, how many go, and what comes. */
  private List<List<Object>> config(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (base.isEmpty()) {
      base = lines;
    }
    List<List<Object>> changes = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(base, lines).getDeltas()) {
      changes.add(
          List.of(
              delta.getSource().getPosition(),
              delta.getSource().size(),
              delta.getTarget().getLines()));
    }
    return changes;
  }
}
