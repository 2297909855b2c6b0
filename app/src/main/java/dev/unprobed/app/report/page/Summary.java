package dev.unprobed.app.report.page;

import dev.unprobed.app.board.JudgedBoard;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.ledger.Need;
import dev.unprobed.prove.rule.Ruling;
import dev.unprobed.reclaim.leave.Departures;
import dev.unprobed.reclaim.leave.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The four answers as numbers, the same for text and JSON. Of several boards a number is the median
 * of theirs: the lower one of the two in the middle.
 */
final class Summary {
  private final Findings findings;

  Summary(Findings findings) {
    this.findings = findings;
  }

  long rules() {
    return findings.rules().stream().mapToLong(it -> it.rulings().size()).sum();
  }

  long rules(Ruling.Outcome outcome) {
    return findings.rules().stream().mapToLong(it -> it.count(outcome)).sum();
  }

  /** By the names of docs/report-json.md; what is not known is not there. */
  Map<String, Object> numbers() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rules", rules());
    map.put("rulesHold", rules(Ruling.Outcome.HOLDS));
    map.put("rulesBroken", rules(Ruling.Outcome.BROKEN));
    map.put("rulesUndecided", rules(Ruling.Outcome.UNDECIDED));
    findings.boards().ifPresent(boards -> boards(map, boards));
    return map;
  }

  private static void boards(Map<String, Object> map, BoardFindings found) {
    List<JudgedBoard> boards = found.judged();
    map.put("boards", boards.size());
    map.put("builtInDrivers", boards.getFirst().analysis().drivers().size());
    map.put("boundMedian", median(boards, it -> count(it, Verdict.BOUND)));
    map.put("unknownMedian", median(boards, it -> count(it, Verdict.POSSIBLE)));
    map.put("deadMedian", median(boards, it -> count(it, Verdict.DEAD)));
    map.put("deadEverywhere", deadEverywhere(boards));
    map.put("boardsWaiting", boards.stream().filter(it -> waits(it.analysis())).count());
    if (found.weighed()) {
      map.put("deadBytesMedian", median(boards, Summary::deadBytes));
    }
    if (!found.departures().isEmpty()) {
      map.put("leaveBytesMedian", median(found.departures(), it -> it.bytes(Outcome.LEAVES)));
      map.put("mayLeaveBytesMedian", median(found.departures(), Summary::mostBytes));
      map.put("givenBackMedian", median(found.departures(), found::givenBack));
      map.put("mayGiveBackMedian", median(found.departures(), found::mayGiveBack));
    }
  }

  private static long mostBytes(Departures board) {
    return board.bytes(Outcome.LEAVES) + board.bytes(Outcome.MAY_LEAVE);
  }

  private static long count(JudgedBoard board, Verdict verdict) {
    return board.analysis().drivers(verdict).size();
  }

  /** Of units that can never bind, once the kernel has booted. */
  static long deadBytes(JudgedBoard board) {
    return board.bytes().stream()
        .flatMap(bytes -> bytes.units().stream())
        .filter(unit -> unit.need() == Need.DEAD)
        .mapToLong(unit -> unit.burden().resident())
        .sum();
  }

  /** Whether a device waits for a supplier when all has been tried. */
  static boolean waits(BoardAnalysis board) {
    return board.devices().stream()
        .anyMatch(device ->
            device.state() == DeviceReport.State.WAITING
                || device.state() == DeviceReport.State.DEFERRED);
  }

  private static long deadEverywhere(List<JudgedBoard> boards) {
    int drivers = boards.getFirst().analysis().drivers().size();
    return IntStream.range(0, drivers)
        .filter(driver ->
            boards.stream()
                .allMatch(
                    board -> board.analysis().drivers().get(driver).verdict() == Verdict.DEAD))
        .count();
  }

  private static <T> long median(List<T> all, ToLongFunction<T> number) {
    List<Long> sorted = new ArrayList<>(all.stream().map(number::applyAsLong).sorted().toList());
    return sorted.get((sorted.size() - 1) / 2);
  }
}
