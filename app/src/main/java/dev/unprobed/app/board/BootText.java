package dev.unprobed.app.board;

import dev.unprobed.app.text.Lines;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.board.ModulePolicy;
import dev.unprobed.board.ProbingEnd;
import dev.unprobed.board.boot.Phase;
import dev.unprobed.board.boot.Prediction.Bind;
import dev.unprobed.kernel.unit.Kernel;
import java.util.List;

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
    BootEnd.write(ProbingEnd.of(kernel, analysis), text);
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
    waiting("These devices wait for ever:", DeviceReport.State.DEFERRED);
    waiting(
        "These may wait, unless the driver can do without or a supplier comes after all:",
        DeviceReport.State.WAITING);
    waiting("The probes of these fail, and nobody tries again:", DeviceReport.State.FAILS);
  }

  private void waiting(String heading, DeviceReport.State state) {
    List<DeviceReport> waiting = analysis.devices(state);
    if (!waiting.isEmpty()) {
      text.empty();
      text.line(heading);
      waiting.forEach(device -> {
        String line = "  %-34s ".formatted(device.name());
        text.words(line, "    ", device.reason());
      });
    }
  }
}
