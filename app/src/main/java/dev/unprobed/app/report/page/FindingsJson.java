package dev.unprobed.app.report.page;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.prove.VerdictsJson;
import dev.unprobed.app.report.ReportJson;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.Verdict;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A whole report for programs; docs/report-json.md says what each name means. */
public final class FindingsJson {
  private FindingsJson() {}

  /** One JSON object and a newline. */
  public static String of(Findings findings) {
    Map<String, Object> map = new LinkedHashMap<>(ReportJson.document(findings.platforms()));
    map.put("answers", new Summary(findings).numbers());
    map.put("made", findings.made());
    map.put("rules", findings.rules().stream().map(FindingsJson::rules).toList());
    findings.boards().ifPresent(boards -> map.put("image", image(boards)));
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(map)
        + "\n";
  }

  private static Map<String, Object> rules(Verdicts verdicts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("arch", verdicts.architecture());
    map.put("start", verdicts.start());
    map.put("confNotAsked", verdicts.remark());
    map.put("verdicts", VerdictsJson.rulings(verdicts));
    return map;
  }

  private static Map<String, Object> image(BoardFindings found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", found.kernel().path());
    map.put("release", found.kernel().release());
    map.put("remarks", found.kernel().remarks());
    if (!found.departures().isEmpty()) {
      map.put("pageSize", found.pageSize());
    }
    List<Map<String, Object>> boards = new ArrayList<>();
    for (int i = 0; i < found.judged().size(); i++) {
      Map<String, Object> board = board(found.judged().get(i));
      if (!found.departures().isEmpty()) {
        departures(board, found, found.departures().get(i));
      }
      boards.add(board);
    }
    map.put("boards", boards);
    return map;
  }

  private static Map<String, Object> board(JudgedBoard judged) {
    BoardAnalysis board = judged.analysis();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("board", board.board().name());
    map.put("model", board.board().model());
    map.put("bound", board.labels(Verdict.BOUND));
    map.put("deferred", board.labels(Verdict.DEFERRED));
    map.put("unknown", board.labels(Verdict.POSSIBLE));
    map.put("deadDrivers", board.drivers(Verdict.DEAD).size());
    map.put("waits", Summary.waits(board));
    if (judged.bytes().isPresent()) {
      map.put("deadBytes", Summary.deadBytes(judged));
    }
    return map;
  }

  private static void departures(Map<String, Object> map, BoardFindings found, Departures board) {
    map.put("leaveUnits", board.count(Outcome.LEAVES));
    map.put("leaveBytes", board.bytes(Outcome.LEAVES));
    map.put("mayLeaveUnits", board.count(Outcome.MAY_LEAVE));
    map.put("mayLeaveBytes", board.bytes(Outcome.MAY_LEAVE));
    map.put("givenBack", found.givenBack(board));
    map.put("mayGiveBack", found.mayGiveBack(board));
  }
}
