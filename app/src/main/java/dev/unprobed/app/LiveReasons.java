package dev.unprobed.app;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.app.reclaim.Fates;
import dev.unprobed.app.serve.Answers.NoAnswer;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.NodeReport;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kernel.unit.DeviceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why drivers and nodes of a board are what they are. */
record LiveReasons(LiveBoards boards, Optional<LiveKconfig> kconfig) {

  /** A driver that is built in. */
  Map<String, Object> driver(String board, String label) throws NoAnswer {
    BoardAnalysis analysis = boards.board(board).analysis();
    DriverReport report =
        analysis.drivers().stream()
            .filter(driver -> driver.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new NoAnswer("no such driver is built in"));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("driver", report.label());
    map.put("verdict", word(report.verdict()));
    map.put("reason", report.reason());
    map.put("devices", report.devices());
    map.put("waiting", waiting(analysis, report.label()));
    map.put("compatibles", compatibles(report));
    map.put("unit", report.unit().path().isEmpty() ? report.unit().name() : report.unit().path());
    map.put("symbol", report.unit().symbol());
    value(report.unit().symbol()).ifPresent(value -> map.put("value", value));
    boards.bytes(List.of(report.unit().path())).ifPresent(bytes -> map.put("bytes", bytes));
    boards
        .read()
        .departures(analysis)
        .flatMap(it -> Fates.of(boards.read().verdicts(), it, report.unit().path()))
        .ifPresent(fate -> map.put("reclaim", fate));
    return map;
  }

  private static List<Map<String, String>> waiting(BoardAnalysis analysis, String driver) {
    return analysis.devices().stream()
        .filter(device -> device.drivers().contains(driver))
        .filter(device ->
            device.state() == DeviceReport.State.WAITING
                || device.state() == DeviceReport.State.DEFERRED)
        .map(device -> Map.of("device", device.name(), "reason", device.reason()))
        .toList();
  }

  private static List<String> compatibles(DriverReport report) {
    return report.driver().compatibles().stream()
        .map(DeviceId.Compatible::compatible)
        .distinct()
        .toList();
  }

  private Optional<String> value(String symbol) {
    if (kconfig.isEmpty() || symbol.isEmpty()) {
      return Optional.empty();
    }
    Symbol found = kconfig.get().find(symbol);
    return Optional.ofNullable(found).map(it -> ByteText.readable(kconfig.get().values().text(it)));
  }

  /** The nodes with a compatible, and where there are sources what would serve them. */
  Map<String, Object> node(String board, String compatible) throws NoAnswer {
    JudgedBoard judged = boards.board(board);
    List<NodeReport> nodes =
        judged.analysis().nodes().stream()
            .filter(node -> node.compatible().contains(compatible))
            .toList();
    if (nodes.isEmpty()) {
      throw new NoAnswer("no available node of this board has that compatible");
    }
    Set<String> lacking =
        nodes.stream()
            .filter(node -> node.state() == NodeReport.State.MISSING)
            .map(NodeReport::path)
            .collect(Collectors.toSet());
    Map<String, Remedy> remedies =
        lacking.isEmpty() || kconfig.isEmpty()
            ? Map.of()
            : kconfig.get().remedies().of(judged.analysis().board(), lacking);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("compatible", compatible);
    map.put("sources", kconfig.isPresent());
    map.put(
        "nodes",
        nodes.stream()
            .map(node -> node(node, Optional.ofNullable(remedies.get(node.path()))))
            .toList());
    return map;
  }

  private static Map<String, Object> node(NodeReport node, Optional<Remedy> remedy) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", node.path());
    map.put("state", word(node.state()));
    map.put("drivers", node.drivers());
    map.put("detail", node.detail());
    map.put("remedies", remedy.map(Remedy::text).orElse(List.of()));
    map.put("set", remedy.map(Remedy::assignments).orElse(List.of()));
    return map;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
