package dev.unprobed.app;

import dev.unprobed.app.board.BootJson;
import dev.unprobed.app.board.BootText;
import dev.unprobed.app.report.Progress;
import dev.unprobed.board.Board;
import dev.unprobed.board.BoardAnalysis;
import dev.unprobed.board.DeviceReport;
import dev.unprobed.kernel.unit.Kernel;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code unprobed boot}: in which order drivers bind, what is deferred, and when that has ended.
 */
@Command(
    name = "boot",
    mixinStandardHelpOptions = true,
    description = {
      "Tell in which order drivers bind on a board, which devices wait for ever and for what, and"
          + " when probing has ended: when no driver can bind any more.",
      "",
      "  unprobed boot --kernel linux-image.deb --dtb exynos4210-smdkv310.dtb",
      "",
      "Exit status 0: no device waits for ever, 1: some do, 2: the input is wrong.",
      ""
    })
final class BootCommand implements Callable<Integer> {
  @Mixin BoardOptions options = new BoardOptions();

  @Option(names = "--json", description = "For programs: everything, as JSON.")
  boolean json;

  @Override
  public Integer call() {
    Board board = options.readBoard();
    try (Progress progress = Progress.ofProcess(System.getenv())) {
      progress.step("reading the kernel");
      Kernel kernel =
          new BoardSources(options, options.readKernel(List.of(board)), progress).named();
      progress.step("booting");
      BoardAnalysis analysis = BoardAnalysis.of(kernel, board, options.modules);
      progress.step("");
      String text = json ? BootJson.of(kernel, analysis) : BootText.of(kernel, analysis);
      Console.ofProcess().say(text.stripTrailing());
      boolean waits =
          analysis.devices().stream()
              .anyMatch(device -> device.state() == DeviceReport.State.DEFERRED);
      return (waits ? ExitStatus.BROKEN : ExitStatus.HOLDS).code();
    }
  }
}
