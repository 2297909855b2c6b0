package dev.unprobed.app.board;

import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lists of drivers that one can ask for, one {@code bus/driver} a line. */
public enum BoardList {
  /** Will take a device, if the hardware is there and answers. */
  BOUND,
  /** Match a device that waits for ever. */
  DEFERRED,
  /** May or may not: files do not tell. */
  UNKNOWN,
  /** Can never bind on this board. */
  DEAD,
  /** Serve a node of the board, and are modules that are not loaded. */
  MISSING;

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Labels, sorted, each once. A label is in the first list that one of its drivers is in. */
  public List<String> of(BoardAnalysis analysis) {
    return switch (this) {
      case BOUND -> analysis.labels(Verdict.BOUND);
      case DEFERRED -> without(analysis, Verdict.DEFERRED, Verdict.BOUND);
      case UNKNOWN -> without(analysis, Verdict.POSSIBLE, Verdict.BOUND, Verdict.DEFERRED);
      case DEAD ->
          without(analysis, Verdict.DEAD, Verdict.BOUND, Verdict.DEFERRED, Verdict.POSSIBLE);
      case MISSING -> missing(analysis);
    };
  }

  /** Several drivers may have one name on one bus; the most alive of them counts. */
  private static List<String> without(BoardAnalysis analysis, Verdict wanted, Verdict... others) {
    Set<String> labels = new TreeSet<>(analysis.labels(wanted));
    Stream.of(others).forEach(other -> analysis.labels(other).forEach(labels::remove));
    return List.copyOf(labels);
  }

  private static List<String> missing(BoardAnalysis analysis) {
    return analysis.nodes().stream()
        .filter(node -> node.state() == NodeReport.State.MODULE)
        .flatMap(node -> node.drivers().stream())
        .sorted()
        .distinct()
        .toList();
  }
}
