package dev.unprobed.app.report.page;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.board.ledger.Need;
import dev.unprobed.board.ledger.UnitBurden;
import dev.unprobed.kernel.ledger.Ledger;
import dev.unprobed.kernel.ledger.Row;
import dev.unprobed.kernel.ledger.View;
import dev.unprobed.reclaim.leave.Departure;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who owns the bytes, what boards have of each owner, and what is given back of it there. */
final class UnitColumns {
  private UnitColumns() {}

  static Map<String, Object> of(BoardFindings boards, Ledger ledger) {
    List<Row> rows = View.byUnit(ledger);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", ledger.path());
    map.put("remarks", ledger.remarks());
    map.put("fileSize", ledger.fileSize());
    map.put("residentSize", ledger.residentSize());
    map.put("name", rows.stream().map(Row::name).toList());
    map.put("file", rows.stream().map(Row::file).toList());
    map.put("resident", rows.stream().map(Row::resident).toList());
    map.put("classes", View.byClass(ledger).stream().map(UnitColumns::byClass).toList());
    if (boards.weighed()) {
      needs(map, rows, boards.judged());
    }
    if (!boards.departures().isEmpty()) {
      departures(map, rows, boards);
    }
    return map;
  }

  /** Only of units with drivers, whose numbers are in {@code judged}. */
  private static void needs(Map<String, Object> map, List<Row> rows, List<JudgedBoard> boards) {
    List<UnitBurden> first = boards.getFirst().bytes().orElseThrow().units();
    Numbers judged = new Numbers();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (first.get(i).need() != Need.NOT_JUDGED) {
        judged.add(i);
        names.add(rows.get(i).name());
      }
    }
    Numbers needs = new Numbers();
    for (JudgedBoard board : boards) {
      Map<String, Need> of = new HashMap<>();
      board.bytes().orElseThrow().units().forEach(unit -> of.put(unit.unit(), unit.need()));
      names.forEach(name -> needs.add(number(of.getOrDefault(name, Need.NOT_JUDGED))));
    }
    map.put("judged", judged.packed());
    map.put("needs", needs.packed());
  }

  /** 1 stays, 2 may leave, 3 leaves; of candidates, whose numbers are in {@code candidates}. */
  private static void departures(Map<String, Object> map, List<Row> rows, BoardFindings found) {
    List<Departures> boards = found.departures();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      numbers.put(rows.get(i).name(), i);
    }
    Numbers candidates = new Numbers();
    for (Departure unit : boards.getFirst().units()) {
      candidates.add(numbers.getOrDefault(unit.unit(), rows.size()));
    }
    Numbers outcomes = new Numbers();
    boards.forEach(board -> board.units().forEach(unit -> outcomes.add(number(unit.outcome()))));
    map.put("candidates", candidates.packed());
    map.put("outcomes", outcomes.packed());
    map.put("pageSize", found.pageSize());
    map.put("givenBack", boards.stream().map(found::givenBack).toList());
    map.put("mayGiveBack", boards.stream().map(found::mayGiveBack).toList());
  }

  /** Class, bytes in the file, bytes once booted. */
  private static List<Object> byClass(Row row) {
    return List.of(row.name(), row.file(), row.resident());
  }

  private static int number(Need need) {
    return switch (need) {
      case NEEDED -> 0;
      case POSSIBLE -> 1;
      case DEAD -> 2;
      case NOT_JUDGED -> 3;
    };
  }

  private static int number(Outcome outcome) {
    return switch (outcome) {
      case STAYS -> 1;
      case MAY_LEAVE -> 2;
      case LEAVES -> 3;
    };
  }
}
