package dev.unprobed.app.board;

import dev.unprobed.board.DeviceReport.State;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.ledger.BoardLedger;
import dev.unprobed.board.ledger.Burden;
import dev.unprobed.board.ledger.Need;
import dev.unprobed.kernel.unit.Kernel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Many boards, a line each. */
public final class BoardsText {
  private static final String LINE = "%-32s %6s %6s %6s %6s %6s %6s %6s%n";
  private static final int WIDEST = 32;
  private static final int KIB = 1024;

  private BoardsText() {}

  /** A table, and what all boards have in common. */
  public static String of(Kernel kernel, List<JudgedBoard> boards) {
    int common = common(boards.stream().map(board -> board.analysis().board().name()).toList());
    return "Linux %s on %d boards%n%n".formatted(kernel.release(), boards.size())
        + LINE.formatted("board", "bound", "may", "dead", "KiB", "lacks", "waits", "waits?")
        + boards.stream().map(board -> line(board, common)).collect(Collectors.joining())
        + everywhere(boards);
  }

  /** How many characters of the names are folders that they all lie in. */
  private static int common(List<String> names) {
    String folder = names.getFirst().substring(0, names.getFirst().lastIndexOf('/') + 1);
    for (String name : names) {
      while (!name.startsWith(folder)) {
        folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      }
    }
    return folder.length();
  }

  private static String line(JudgedBoard board, int common) {
    return LINE.formatted(
        shortened(board.analysis().board().name().substring(common)),
        count(board, Verdict.BOUND),
        count(board, Verdict.POSSIBLE),
        count(board, Verdict.DEAD),
        board.bytes().map(bytes -> Long.toString(deadBytes(bytes) / KIB)).orElse("-"),
        lacking(board),
        count(board, State.DEFERRED),
        count(board, State.WAITING));
  }

  private static String shortened(String name) {
    return name.length() <= WIDEST ? name : "…" + name.substring(name.length() - WIDEST + 1);
  }

  /** Of units that can never bind, once the kernel has booted. */
  static long deadBytes(BoardLedger bytes) {
    return bytes.totals().getOrDefault(Need.DEAD, Burden.NONE).resident();
  }

  static int count(JudgedBoard board, Verdict verdict) {
    return board.analysis().drivers(verdict).size();
  }

  static int count(JudgedBoard board, State state) {
    return board.analysis().devices(state).size();
  }

  /** Nodes that no loaded driver serves. */
  static long lacking(JudgedBoard board) {
    return board.analysis().nodes().stream().filter(BoardText::lacks).map(NodeReport::path).count();
  }

  private static String everywhere(List<JudgedBoard> boards) {
    Set<String> dead = new TreeSet<>(BoardList.DEAD.of(boards.getFirst().analysis()));
    boards.forEach(board -> dead.retainAll(BoardList.DEAD.of(board.analysis())));
    return "%n%d drivers are dead weight on every one of them.%n".formatted(dead.size());
  }
}
