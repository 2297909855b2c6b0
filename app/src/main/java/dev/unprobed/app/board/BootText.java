package dev.unprobed.app.board;

import dev.unprobed.app.text.Lines;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.DriverReport;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.Verdict;
import dev.unprobed.board.boot.Phase;
import dev.unprobed.board.boot.Prediction.Bind;
import dev.unprobed.kernel.unit.Kernel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One boot for people. */
public final class BootText {
  private static final int WIDTH = 80;

  private final BoardAnalysis analysis;
  private final Lines text = new Lines(WIDTH);

  private BootText(BoardAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The binds by initcall level, what waits, and the end of probing. */
  public static String of(Kernel kernel, BoardAnalysis analysis) {
    return new BootText(analysis).text(kernel);
  }

  private String text(Kernel kernel) {
    text.words(
        "",
        "  ",
        analysis.board().name()
            + " on Linux "
            + kernel.release()
            + (analysis.policy() == ModulePolicy.NONE
                ? ", no module loaded"
                : ", all modules that match loaded"));
    binds();
    waiting();
    end();
    return text.toString();
  }

  private void binds() {
    Phase phase = null;
    for (Bind bind : analysis.boot()) {
      if (bind.phase() != phase) {
        phase = bind.phase();
        text.empty();
        text.line(phase.label());
      }
      String driver = "  %-34s ".formatted(bind.driver().label());
      text.words(driver, "    ", bind.device());
    }
  }

  private void waiting() {
    List<DeviceReport> waiting =
        analysis.devices().stream()
            .filter(device -> device.state() == DeviceReport.State.DEFERRED)
            .toList();
    if (!waiting.isEmpty()) {
      text.empty();
      text.line("These devices wait for ever:");
      waiting.forEach(device -> {
        String line = "  %-34s ".formatted(device.name());
        text.words(line, "    ", device.reason());
      });
    }
  }

  /** A driver that can never bind does not bind late either, whatever is deferred. */
  private void end() {
    text.empty();
    text.line("The end of probing");
    if (!analysis.boot().isEmpty()) {
      Bind last = analysis.boot().getLast();
      text.words(
          "  ",
          "  ",
          "The last driver that is certain to bind is "
              + last.driver().label()
              + " ("
              + last.device()
              + "), in phase "
              + last.phase().label()
              + ".");
    }
    int dead = analysis.drivers(Verdict.DEAD).size();
    if (dead > 0) {
      text.words(
          "  ",
          "  ",
          dead
              + " drivers can never bind on this board, at any time: for them probing has ended"
              + " before it began.");
    }
    late();
  }

  private void late() {
    Map<String, List<String>> reasons =
        analysis.drivers().stream()
            .filter(driver -> driver.verdict() == Verdict.POSSIBLE)
            .collect(
                Collectors.groupingBy(
                    DriverReport::reason,
                    TreeMap::new,
                    Collectors.mapping(DriverReport::label, Collectors.toList())));
    if (reasons.isEmpty()) {
      text.line("  No other driver can come to bind later.");
      return;
    }
    text.line("  For these there is no end, since what they bind to may still come:");
    reasons.forEach((reason, labels) -> {
      text.words("    ", "    ", reason.isEmpty() ? "no reason is known" : reason);
      text.list("      ", "      ", new TreeSet<>(labels));
    });
  }
}
