package dev.unprobed.app.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs; docs/report-json.md says what each name means. */
public final class ReportJson {
  private ReportJson() {}

  /** One JSON object and a newline. */
  public static String of(Report report) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    return mapper.writeValueAsString(document(report)) + "\n";
  }

  /** The object, for those who add to it. */
  public static Map<String, Object> document(Report report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "unprobed-report-1");
    document.put("kernel", report.kernel());
    document.put("source", report.source());
    document.put("tree", report.tree());
    document.put("caveat", Report.CAVEAT);
    document.put("notes", report.notes());
    document.put("sections", report.sections().stream().map(ReportJson::section).toList());
    return document;
  }

  private static Map<String, Object> section(Section section) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("platform", section.platform().name());
    object.put("symbol", section.platform().symbol());
    object.put("arch", section.subject().arch());
    object.put("config", section.subject().config());
    object.put("compiler", section.subject().compiler());
    object.put("present", section.present());
    if (section.present()) {
      object.put("value", section.value());
      object.put("prompt", section.prompt());
      object.put("summary", summary(section));
      object.put("dependents", section.dependents());
      object.put("drivers", section.drivers().stream().map(ReportJson::driver).toList());
    }
    return object;
  }

  private static Map<String, Object> summary(Section section) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("turnedOn", section.reached().size());
    object.put("inDrivers", section.count(Driver::inDrivers));
    object.put("y", section.count(driver -> driver.value().equals("y")));
    object.put("m", section.count(driver -> driver.value().equals("m")));
    object.put("canBeOff", section.count(driver -> !driver.essential()));
    object.put("canBeModule", section.count(Driver::modular));
    object.put("essential", section.count(Driver::essential));
    object.put("essentialModular", section.count(d -> d.essential() && d.modular()));
    object.put("withoutEffect", section.idle().size());
    return object;
  }

  private static Map<String, Object> driver(Driver driver) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("symbol", driver.symbol());
    object.put("prompt", driver.prompt());
    object.put("type", driver.type());
    object.put("value", driver.value());
    object.put("valueWithoutPlatform", driver.without());
    object.put("defined", driver.where());
    object.put("effect", driver.reached());
    object.put("ways", driver.ways().stream().map(ReportJson::way).toList());
    object.put("why", driver.why());
    object.put("explanation", List.of(driver.explanation().split("\n", -1)));
    object.put("essential", driver.essential());
    object.put("canBe", driver.possible());
    Map<String, Object> asked = new LinkedHashMap<>();
    driver.wishes().forEach(wish -> asked.put(wish.wanted(), wish(wish)));
    object.put("asked", asked);
    return object;
  }

  private static Map<String, Object> way(Way way) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", way.kind().text());
    object.put("effect", way.acts());
    object.put("line", way.text());
    object.put("where", way.where());
    object.put("through", way.through());
    return object;
  }

  private static Map<String, Object> wish(Wish wish) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", wish.word());
    object.put("value", wish.value());
    object.put("reason", wish.reason());
    return object;
  }
}
