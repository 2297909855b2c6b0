package dev.unprobed.app;

import dev.unprobed.app.prove.Verdicts;
import dev.unprobed.app.report.Progress;
import dev.unprobed.app.report.Report;
import dev.unprobed.app.report.page.BoardFindings;
import dev.unprobed.app.report.page.Findings;
import dev.unprobed.app.report.source.KernelSource;
import dev.unprobed.prove.sat.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A report, and what it was made from.
 *
 * @param kernel absent when only sources were looked at
 * @param trees one for each architecture
 */
record ReportRun(Findings findings, Optional<ReportKernel> kernel, List<ConfiguredTree> trees) {

  /** The boards and the rules have nothing to do with each other, and one processor each. */
  static ReportRun of(ReportOptions options, Map<String, String> environment, Progress progress) {
    KernelSource.Found source = options.source(progress, environment);
    Optional<Path> path = options.kernel(source, progress, environment);
    CompletableFuture<Optional<Judged>> judging =
        CompletableFuture.supplyAsync(() -> path.map(it -> Judged.of(it, options.boards)));
    ReportMaker maker = new ReportMaker(source, options.request(), environment, progress);
    Report platforms = maker.report();
    List<String> notes = new ArrayList<>(platforms.notes());
    Limit limit =
        Limit.after(Duration.ofSeconds(options.seconds()))
            // Whoever has named a wrong file need not wait to be told.
            .or(judging::isCompletedExceptionally);
    ReportRules rules = options.rules();
    List<Verdicts> verdicts = rules.decide(maker.configured(), limit, progress, notes);
    progress.step("boards");
    Optional<Judged> judged = joined(judging);
    Report noted =
        new Report(
            platforms.kernel(),
            platforms.source(),
            platforms.tree(),
            List.copyOf(notes),
            platforms.sections());
    List<Findings.Made> made = new ReportOrigins(source.tree(), path, options.boards, rules).all();
    return new ReportRun(
        new Findings(noted, verdicts, judged.map(Judged::boards), made),
        judged.map(Judged::kernel),
        maker.configured());
  }

  private record Judged(ReportKernel kernel, BoardFindings boards) {
    static Judged of(Path path, List<Path> trees) {
      ReportKernel kernel = ReportKernel.read(path, trees);
      return new Judged(kernel, kernel.boards());
    }
  }

  /** What went wrong there is told as if it had happened here. */
  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
