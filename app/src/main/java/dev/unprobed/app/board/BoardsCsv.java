package dev.unprobed.app.board;

import dev.unprobed.board.DeviceReport.State;
import dev.unprobed.board.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many boards for spreadsheets, as RFC 4180 has it: a line for each board. */
public final class BoardsCsv {
  private BoardsCsv() {}

  /** With a heading. */
  public static String of(List<JudgedBoard> boards) {
    return "board,model,drivers,bound,deferred,unknown,dead,dead_bytes,nodes,nodes_lacking_a_driver,"
        + "devices_waiting,devices_perhaps_waiting,would_bring_drivers\r\n"
        + boards.stream().map(BoardsCsv::line).collect(Collectors.joining());
  }

  private static String line(JudgedBoard board) {
    return Stream.of(
                board.analysis().board().name(),
                board.analysis().board().model(),
                board.analysis().drivers().size(),
                BoardsText.count(board, Verdict.BOUND),
                BoardsText.count(board, Verdict.DEFERRED),
                BoardsText.count(board, Verdict.POSSIBLE),
                BoardsText.count(board, Verdict.DEAD),
                board.bytes().map(bytes -> Long.toString(BoardsText.deadBytes(bytes))).orElse(""),
                board.analysis().nodes().size(),
                BoardsText.lacking(board),
                BoardsText.count(board, State.DEFERRED),
                BoardsText.count(board, State.WAITING),
                remedies(board))
            .map(field -> quoted(String.valueOf(field)))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** Such as {@code I2C_TOY=m}, with a space between; empty without sources. */
  private static String remedies(JudgedBoard board) {
    return board.remedies().values().stream()
        .flatMap(remedy -> remedy.assignments().stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String field) {
    return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
