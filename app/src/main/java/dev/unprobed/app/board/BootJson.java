package dev.unprobed.app.board;

import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.ProbingEnd;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.boot.Prediction.Bind;
import dev.unprobed.kernel.unit.Kernel;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One boot for programs: the format {@code unprobed-boot-1}. */
public final class BootJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BootJson() {}

  /** The binds in their order, what waits, and what may still come. */
  public static String of(Kernel kernel, BoardAnalysis analysis) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-boot-1");
    map.put("release", kernel.release());
    map.put("board", analysis.board().name());
    map.put("binds", analysis.boot().stream().map(BootJson::bind).toList());
    map.put(
        "waiting",
        analysis.devices(DeviceReport.State.DEFERRED).stream().map(BootJson::waiting).toList());
    map.put(
        "mayWait",
        analysis.devices(DeviceReport.State.WAITING).stream().map(BootJson::waiting).toList());
    map.put(
        "failing",
        analysis.devices(DeviceReport.State.FAILS).stream().map(BootJson::waiting).toList());
    map.put("end", BootEnd.json(ProbingEnd.of(kernel, analysis)));
    map.put(
        "mayStillBind", analysis.drivers(Verdict.POSSIBLE).stream().map(BootJson::late).toList());
    map.put("neverBind", analysis.labels(Verdict.DEAD));
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> bind(Bind bind) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("phase", bind.phase().label());
    map.put("driver", bind.driver().label());
    map.put("device", bind.device());
    map.put("node", bind.node().orElse(""));
    return map;
  }

  private static Map<String, Object> waiting(DeviceReport device) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bus", device.bus());
    map.put("device", device.name());
    map.put("node", device.node());
    map.put("drivers", device.drivers());
    map.put("reason", device.reason());
    return map;
  }

  private static Map<String, Object> late(DriverReport driver) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("driver", driver.label());
    map.put("reason", driver.reason());
    return map;
  }
}
