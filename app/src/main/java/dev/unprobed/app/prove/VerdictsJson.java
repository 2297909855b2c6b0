package dev.unprobed.app.prove;

import dev.unprobed.app.repair.RepairedJson;
import dev.unprobed.app.repair.Repairs;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.condition.Snippet;
import dev.unprobed.prove.model.Line;
import dev.unprobed.prove.nearest.Change;
import dev.unprobed.prove.nearest.Example;
import dev.unprobed.prove.rule.Ruling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is known of rules, for programs. */
public final class VerdictsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private VerdictsJson() {}

  /** One object, with a member for each tree and architecture. */
  public static String of(List<Answered> trees) {
    return MAPPER.writeValueAsString(
        Map.of("trees", trees.stream().map(VerdictsJson::tree).toList()));
  }

  /** The verdicts about one tree, and the repairs of what is broken there. */
  public record Answered(Verdicts verdicts, Repairs repairs) {}

  private static Map<String, Object> tree(Answered answered) {
    Map<String, Object> map = new LinkedHashMap<>();
    Verdicts verdicts = answered.verdicts();
    map.put("tree", verdicts.title());
    map.put("arch", verdicts.architecture());
    map.put("start", verdicts.start());
    map.put("confNotAsked", verdicts.remark());
    map.put("rules", rulings(verdicts));
    map.put("repairs", answered.repairs().repaired().stream().map(RepairedJson::of).toList());
    map.put("notTried", answered.repairs().notTried());
    return map;
  }

  /** The rules with what is known of them. */
  public static List<Map<String, Object>> rulings(Verdicts verdicts) {
    LineText lines = new LineText(verdicts.sources());
    return verdicts.rulings().stream().map(judged -> ruling(judged, lines)).toList();
  }

  private static Map<String, Object> ruling(Judged judged, LineText lines) {
    Ruling ruling = judged.ruling();
    Snippet subject = ruling.rule().statement().subject();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", ByteText.readable(ruling.rule().statement().text()));
    map.put("file", ByteText.readable(subject.path()));
    map.put("line", subject.line());
    map.put("outcome", ruling.outcome().name().toLowerCase(Locale.ROOT));
    Example example = ruling.example();
    if (example != null) {
      map.put("conf", judged.replay().name().toLowerCase(Locale.ROOT));
      map.put("changes", example.changes().stream().map(VerdictsJson::change).toList());
    }
    map.put("explained", ruling.explained());
    map.put("reasons", ruling.reasons().stream().map(line -> reason(line, lines)).toList());
    return map;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", ByteText.readable(change.symbol().displayName()));
    map.put("before", ByteText.readable(change.before()));
    map.put("after", ByteText.readable(change.after()));
    return map;
  }

  private static Map<String, Object> reason(Line line, LineText lines) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (line) {
      case Line.Undefined undefined ->
          map.put("undefined", ByteText.readable(undefined.symbol().displayName()));
      case Line.Stated stated -> {
        map.put("file", ByteText.readable(stated.location().file()));
        map.put("line", stated.location().line());
        map.put("text", lines.text(stated));
      }
    }
    return map;
  }
}
