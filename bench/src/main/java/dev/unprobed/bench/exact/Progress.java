package dev.unprobed.bench.exact;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * How far a run has come: a line that is rewritten on a terminal, otherwise a line every 30
 * seconds.
 */
final class Progress implements AutoCloseable {

  private static final int TERMINAL_MILLIS = 500;
  private static final int LOG_MILLIS = 30_000;
  private static final String CLEAR = "\r\u001b[K";

  private final Consumer<String> out;
  private final boolean terminal;
  private final int total;
  private final long start = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger bad = new AtomicInteger();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile String last = "";

  private Progress(Consumer<String> out, boolean terminal, int total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
  }

  static Progress start(Consumer<String> out, boolean terminal, int total) {
    Progress progress = new Progress(out, terminal, total);
    int period = terminal ? TERMINAL_MILLIS : LOG_MILLIS;
    var _ =
        progress.ticker.scheduleAtFixedRate(progress::show, period, period, TimeUnit.MILLISECONDS);
    return progress;
  }

  void count(Result result) {
    done.incrementAndGet();
    last = result.id().toString();
    if (result.isBad()) {
      bad.incrementAndGet();
    }
  }

  /** Prints something else, without the two getting in each other's way. */
  synchronized void print(String text) {
    out.accept(terminal ? CLEAR + text : text);
  }

  private synchronized void show() {
    String line =
        "exactness: %d of %d, %d differ, %s  %s"
            .formatted(done.get(), total, bad.get(), left(), last);
    out.accept(terminal ? CLEAR + line : line + System.lineSeparator());
  }

  private String left() {
    int count = done.get();
    if (count == 0) {
      return "starting";
    }
    Duration gone = Duration.ofNanos(System.nanoTime() - start);
    Duration left = gone.multipliedBy(total - count).dividedBy(count);
    return left.toMinutes() > 0
        ? "%d min left".formatted(left.toMinutes())
        : "%d s left".formatted(left.toSeconds());
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    if (terminal) {
      print("");
    }
  }
}
