package dev.unprobed.app.board;

import dev.unprobed.app.fromdtb.Remedy;
import dev.unprobed.app.sarif.SarifLevel;
import dev.unprobed.app.sarif.SarifLog;
import dev.unprobed.app.sarif.SarifResult;
import dev.unprobed.app.sarif.SarifRule;
import dev.unprobed.board.NodeReport;
import dev.unprobed.board.NodeReport.State;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What boards lack, for code review; a result is about the file of a device tree. */
public final class BoardsSarif {
  private static final List<SarifRule> RULES =
      List.of(
          new SarifRule(
              "missing-driver", "No driver of the kernel serves this node.", SarifLevel.WARNING),
          new SarifRule(
              "module-not-loaded", "The driver of this node is a module.", SarifLevel.NOTE),
          new SarifRule(
              "deferred-for-ever",
              "The device of this node waits for a supplier that never comes.",
              SarifLevel.WARNING));

  private BoardsSarif() {}

  /**
   * All boards in one log.
   *
   * @param version of this program
   * @param files of the boards, in the same order
   */
  public static String of(String version, List<JudgedBoard> boards, List<Path> files) {
    Stream.Builder<SarifResult> results = Stream.builder();
    for (int i = 0; i < boards.size(); i++) {
      String file = files.get(i).toString();
      JudgedBoard board = boards.get(i);
      board.analysis().nodes().stream().flatMap(n -> result(n, board, file)).forEach(results);
    }
    return new SarifLog(version, true, false, RULES, results.build().toList()).json();
  }

  private static Stream<SarifResult> result(NodeReport node, JudgedBoard board, String file) {
    return switch (node.state()) {
      case MISSING -> Stream.of(result(0, node, remedy(board, node), file));
      case MODULE -> Stream.of(result(1, node, "", file));
      case DEFERRED -> Stream.of(result(2, node, "", file));
      case State state -> Stream.empty();
    };
  }

  private static String remedy(JudgedBoard board, NodeReport node) {
    Remedy remedy = board.remedies().get(node.path());
    return remedy == null ? "" : " " + String.join(". ", remedy.text()) + ".";
  }

  private static SarifResult result(int rule, NodeReport node, String remedy, String file) {
    SarifRule kind = RULES.get(rule);
    String message =
        node.path()
            + " ("
            + String.join(", ", node.compatible())
            + "): "
            + node.detail()
            + "."
            + remedy;
    return new SarifResult(
        kind.id(), kind.level(), message, file, 0, node.path(), false, List.of());
  }
}
