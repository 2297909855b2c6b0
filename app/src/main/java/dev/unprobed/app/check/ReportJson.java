package dev.unprobed.app.check;

import dev.unprobed.app.check.Report.Located;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.prove.check.Example;
import dev.unprobed.prove.check.Finding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Findings for programs: the format {@code unprobed-check-1}. */
public final class ReportJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportJson() {}

  /** Every finding that is grave enough, known or not. */
  public static String of(Report report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-check-1");
    map.put("complete", report.complete());
    map.put("questions", report.asked());
    map.put("undecided", report.undecided());
    map.put("skipped", report.skipped());
    map.put("confNotAsked", report.remark());
    map.put("findings", report.told().stream().map(located -> finding(report, located)).toList());
    map.put(
        "stale",
        report.stale().stream().map(key -> ByteText.readable(Baseline.line(key))).toList());
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> finding(Report report, Located located) {
    Finding finding = located.finding();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", finding.check().name());
    map.put("level", finding.level().text());
    map.put("location", ByteText.readable(finding.location().toString()));
    map.put("symbol", ByteText.readable(finding.symbol()));
    map.put("text", ByteText.readable(finding.text()));
    map.put("message", ByteText.readable(finding.message()));
    map.put("reason", ByteText.readable(finding.reason()));
    map.put("known", report.baseline().has(finding));
    map.put("architectures", located.architectures());
    Example example = finding.example();
    if (example != null) {
      Map<String, String> values = new LinkedHashMap<>();
      finding
          .values()
          .forEach(
              (symbol, value) -> values.put(ByteText.readable(symbol), ByteText.readable(value)));
      map.put("configuration", example.number());
      map.put("values", values);
      map.put("conf", located.replay().name().toLowerCase(Locale.ROOT));
    }
    return map;
  }
}
