package dev.unprobed.app.prove;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.value.Possible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Possible values for programs. */
public final class ValuesJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ValuesJson() {}

  /**
   * The values of symbols.
   *
   * @param when the condition, readable; empty when there is none
   * @param reasons for values that a symbol cannot have, the lines that make it so, readable
   */
  public static String of(
      String when, List<Possible> symbols, Map<Symbol, Map<String, List<String>>> reasons) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("when", when);
    map.put("complete", symbols.stream().allMatch(possible -> possible.undecided().isEmpty()));
    map.put("symbols", symbols.stream().map(symbol -> symbol(symbol, reasons)).toList());
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> symbol(
      Possible possible, Map<Symbol, Map<String, List<String>>> reasons) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", ByteText.readable(possible.symbol().displayName()));
    map.put("type", possible.symbol().type().text());
    map.put("kind", possible.kind().text());
    map.put("values", readable(possible.values()));
    List<String> ranges = possible.ranges();
    if (possible.representative()) {
      map.put("representative", true);
    }
    if (ranges != null) {
      map.put("ranges", ranges.stream().map(ByteText::readable).toList());
    }
    map.put("undecided", readable(possible.undecided()));
    Map<String, List<String>> why = reasons.get(possible.symbol());
    if (why != null) {
      map.put("impossible", why);
    }
    return map;
  }

  private static List<String> readable(SequencedSet<String> texts) {
    return texts.stream().map(ByteText::readable).toList();
  }
}
