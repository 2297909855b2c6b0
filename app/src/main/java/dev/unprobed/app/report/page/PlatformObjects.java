package dev.unprobed.app.report.page;

import dev.unprobed.app.report.Driver;
import dev.unprobed.app.report.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a platform turns on, a list for each driver. */
final class PlatformObjects {
  private PlatformObjects() {}

  static Map<String, Object> of(Section section) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("platform", section.platform().name());
    map.put("symbol", section.platform().symbol());
    map.put("arch", section.subject().arch());
    map.put("config", section.subject().config());
    map.put("present", section.present());
    map.put("drivers", section.reached().stream().map(PlatformObjects::driver).toList());
    return map;
  }

  /** Symbol, prompt, value, what it can be, how the platform reaches it, where it is defined. */
  private static List<String> driver(Driver driver) {
    return List.of(
        driver.symbol(),
        driver.prompt(),
        driver.value(),
        String.join("", driver.possible()),
        driver.way().summary(),
        driver.way().where());
  }
}
