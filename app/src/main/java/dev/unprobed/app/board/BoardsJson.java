package dev.unprobed.app.board;

import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.kernel.unit.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Boards for programs: the format {@code unprobed-board-1}. */
public final class BoardsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BoardsJson() {}

  /** All boards, each with its drivers, devices and nodes. */
  public static String of(Kernel kernel, List<JudgedBoard> boards) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-board-1");
    map.put("kernel", kernel.path());
    map.put("release", kernel.release());
    map.put("architecture", kernel.architecture().kernelName());
    map.put("remarks", kernel.remarks());
    map.put("boards", boards.stream().map(BoardsJson::board).toList());
    return MAPPER.writeValueAsString(map);
  }

  private static Map<String, Object> board(JudgedBoard judged) {
    BoardAnalysis board = judged.analysis();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("board", board.board().name());
    map.put("model", board.board().model());
    map.put("compatible", board.board().compatible());
    map.put("modules", lower(board.policy()));
    judged.bytes().ifPresent(bytes -> map.put("bytes", bytes(bytes)));
    map.put("drivers", board.drivers().stream().map(BoardsJson::driver).toList());
    map.put("devices", board.devices().stream().map(BoardsJson::device).toList());
    map.put("nodes", board.nodes().stream().map(n -> node(n, judged.remedies())).toList());
    return map;
  }

  /** In memory once the kernel has booted; units by their KBUILD_MODFILE. */
  private static Map<String, Object> bytes(BoardLedger bytes) {
    Map<String, Object> map = new LinkedHashMap<>();
    bytes.totals().forEach((need, burden) -> map.put(lower(need), burden.resident()));
    Map<String, Object> dead = new LinkedHashMap<>();
    bytes.dead().forEach(unit -> dead.put(unit.unit(), unit.burden().resident()));
    map.put("deadUnits", dead);
    return map;
  }

  private static Map<String, Object> driver(DriverReport driver) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("driver", driver.label());
    map.put("unit", driver.unit().name());
    map.put("path", driver.unit().path());
    map.put("linkage", lower(driver.unit().linkage()));
    map.put("symbol", driver.unit().symbol());
    map.put("verdict", verdict(driver.verdict()));
    map.put("devices", driver.devices());
    map.put("reason", driver.reason());
    return map;
  }

  /** The word of --list. */
  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case BOUND, DEFERRED, DEAD -> lower(verdict);
      case POSSIBLE -> "unknown";
    };
  }

  private static Map<String, Object> device(DeviceReport device) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bus", device.bus());
    map.put("name", device.name());
    map.put("node", device.node());
    map.put("maker", device.maker());
    map.put("certain", device.certain());
    map.put("state", lower(device.state()));
    map.put("drivers", device.drivers());
    map.put("reason", device.reason());
    return map;
  }

  private static Map<String, Object> node(NodeReport node, Map<String, Remedy> remedies) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", node.path());
    map.put("compatible", node.compatible());
    map.put("state", lower(node.state()));
    map.put("drivers", node.drivers());
    map.put("detail", node.detail());
    Remedy remedy = remedies.get(node.path());
    if (remedy != null) {
      map.put("remedy", remedy);
    }
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
