package dev.unprobed.app.fromdtb;

import dev.unprobed.app.merge.Loss;
import dev.unprobed.kconfig.explain.ExplanationText;
import dev.unprobed.kconfig.source.ByteText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells programs what boards need. */
public final class BoardConfigJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BoardConfigJson() {}

  /** One object. */
  public static String of(BoardConfig config) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("base", config.base());
    map.put("boards", config.boards());
    map.put("holds", config.holds());
    map.put("conf", config.conf().name().toLowerCase(Locale.ROOT));
    map.put("fragment", config.lines());
    map.put("for", config.reasons());
    map.put("lost", config.losses().stream().map(BoardConfigJson::loss).toList());
    map.put("nodes", config.outcomes().stream().map(BoardConfigJson::outcome).toList());
    map.put("notFollowed", config.remarks());
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> loss(Loss loss) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", loss.request().name());
    map.put("wanted", loss.request().value());
    switch (loss) {
      case Loss.Refused refused -> {
        map.put("actual", ByteText.readable(refused.actual()));
        map.put("reason", ByteText.readable(ExplanationText.brief(refused.obstacles())));
      }
      case Loss.Unknown _ -> map.put("reason", "there is no such symbol");
    }
    return map;
  }

  private static Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> map = new LinkedHashMap<>();
    BoardNode node = outcome.need().node();
    map.put("board", node.board());
    map.put("node", node.path());
    map.put("compatible", node.compatible());
    map.put("kind", outcome.kind().name().toLowerCase(Locale.ROOT));
    map.put("by", outcome.need().by());
    map.put("mentionedBy", outcome.need().mentioned());
    map.put("drivers", outcome.drivers().stream().map(BoardConfigJson::driven).toList());
    return map;
  }

  private static Map<String, Object> driven(Driven driven) {
    Map<String, Object> map = new LinkedHashMap<>();
    Provider provider = driven.provider();
    map.put("name", provider.name());
    map.put("unit", provider.unit().path());
    map.put("line", provider.unit().line().toString());
    map.put("builtIn", provider.builtIn().toString());
    map.put("module", provider.module().toString());
    map.put("values", driven.values());
    return map;
  }
}
