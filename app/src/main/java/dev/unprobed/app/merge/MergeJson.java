package dev.unprobed.app.merge;

import dev.unprobed.app.why.ExplanationJson;
import dev.unprobed.kconfig.source.ByteText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reports for programs. */
public final class MergeJson {
  private MergeJson() {}

  /** One JSON object. */
  public static String of(MergeReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-merge-1");
    map.put("output", report.output());
    map.put("target", report.target());
    map.put("holds", report.holds());
    map.put("requested", report.requested());
    map.put("survived", report.survived());
    map.put("redefinitions", report.redefinitions().stream().map(MergeJson::of).toList());
    map.put("losses", losses(report.losses()));
    map.put("allowed", losses(report.allowed()));
    map.put("base_losses", losses(report.baseLosses()));
    map.put("ignored", report.ignored().stream().map(MergeJson::of).toList());
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(map);
  }

  private static Map<String, Object> of(MergedLine line) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("location", ByteText.readable(line.at().toString()));
    map.put("line", ByteText.readable(line.text()));
    return map;
  }

  private static Map<String, Object> of(Redefinition redefinition) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("before", of(redefinition.before().line()));
    map.put("now", of(redefinition.now().line()));
    return map;
  }

  private static List<Map<String, Object>> losses(List<Loss> losses) {
    return losses.stream().map(MergeJson::of).toList();
  }

  private static Map<String, Object> of(Loss loss) {
    Map<String, Object> map = of(loss.request().line());
    map.put("symbol", ByteText.readable(loss.request().name()));
    switch (loss) {
      case Loss.Refused refused -> {
        map.put("actual", ByteText.readable(refused.actual()));
        map.put("obstacles", ExplanationJson.obstacles(refused.obstacles()));
        map.put("blamed", refused.blamed().stream().map(Request::line).map(MergeJson::of).toList());
        map.put("recipe", ExplanationJson.recipe(refused.recipe()));
      }
      case Loss.Unknown unknown -> {
        map.put("unknown", true);
        map.put("elsewhere", unknown.elsewhere().stream().map(Object::toString).toList());
        map.put("similar", unknown.similar());
      }
    }
    return map;
  }
}
