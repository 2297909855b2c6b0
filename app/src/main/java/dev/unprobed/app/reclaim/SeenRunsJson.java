package dev.unprobed.app.reclaim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What several runs showed, for programs: the format {@code unprobed-reclaim-report-1}. */
final class SeenRunsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SeenRunsJson() {}

  static String of(SeenRuns runs) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", "unprobed-reclaim-report-1");
    map.put("good", runs.isGood());
    map.put("boards", runs.boards().stream().map(SeenRunsJson::board).toList());
    return MAPPER.writeValueAsString(map) + "\n";
  }

  private static Map<String, Object> board(SeenBoard board) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("board", board.name());
    board.printed().ifPresent(printed -> map.put("printed", printed));
    board.predicted().ifPresent(pages -> map.put("predictedPages", pages));
    board.growth().ifPresent(growth -> map.put("memTotalGrowthKiB", growth));
    map.put("fates", fates(board));
    map.put("ledger", board.ledger());
    map.put("checks", board.checks().stream().map(SeenRunsJson::check).toList());
    map.put("differences", board.differences());
    return map;
  }

  private static List<Map<String, Object>> fates(SeenBoard board) {
    return board.fates().entrySet().stream()
        .map(fate -> {
          Map<String, Object> map = new LinkedHashMap<>();
          map.put("fate", fate.getKey());
          map.put("units", fate.getValue().units());
          map.put("bytes", fate.getValue().bytes());
          return map;
        })
        .toList();
  }

  private static Map<String, Object> check(SeenBoard.Check check) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", check.name());
    map.put("verdict", check.verdict());
    check.because().ifPresent(why -> map.put("because", why));
    return map;
  }
}
