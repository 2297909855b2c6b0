package dev.unprobed.app.board;

import dev.unprobed.board.live.LiveDriver;
import dev.unprobed.board.live.LiveMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A running machine for programs: the format {@code unprobed-live-1}. */
public final class LiveJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LiveJson() {}

  /** Every registered driver. */
  public static String of(LiveMachine machine) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-live-1");
    map.put("release", machine.release());
    map.put("drivers", machine.drivers().stream().map(LiveJson::driver).toList());
    map.put("deferredKnown", machine.knowsDeferred());
    map.put("deferred", machine.deferred());
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> driver(LiveDriver driver) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bus", driver.bus());
    map.put("name", driver.name());
    map.put("devices", driver.devices());
    map.put("module", driver.module());
    driver.moduleSize().ifPresent(size -> map.put("moduleBytes", size));
    return map;
  }
}
