package dev.unprobed.app.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Tells what takes long, on standard error: one line that changes on a terminal, plain lines
 * elsewhere. Nothing is said of a step that takes less than two seconds. To be closed at the end.
 */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
  private static final long PLAIN_PAUSE = Duration.ofSeconds(10).toNanos();
  private static final int TICK_MILLIS = 200;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Thread ticker = Thread.ofPlatform().daemon().name("progress").unstarted(this::tick);
  private String step = "";
  private long started;
  private long told;
  private long done;
  private long total;
  private boolean shown;
  private boolean closed;

  /** For a given stream, which is a terminal or not. */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On the standard error of this process. */
  public static Progress ofProcess(Map<String, String> environment) {
    PrintStream utf8 = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(utf8, isTerminal(environment));
    progress.ticker.start();
    return progress;
  }

  private static boolean isTerminal(Map<String, String> environment) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      boolean capable = !environment.getOrDefault("TERM", "dumb").equals("dumb");
      return capable && (device.startsWith("/dev/pts/") || device.startsWith("/dev/tty"));
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /** Begins the next step. */
  public void step(String what) {
    step(what, 0);
  }

  /** Begins the next step, of which it is known how much there is to do; 0 when it is not. */
  public synchronized void step(String what, long amount) {
    clear();
    step = what;
    started = System.nanoTime();
    told = 0;
    done = 0;
    total = amount;
  }

  /** How much of the step is done. */
  public synchronized void done(long amount) {
    done = amount;
  }

  /** A line that stays. */
  public synchronized void say(String line) {
    clear();
    out.println("unprobed: " + line);
  }

  @Override
  public synchronized void close() {
    closed = true;
    clear();
  }

  private void clear() {
    if (shown && terminal) {
      out.print(CLEAR);
      out.flush();
    }
    shown = false;
  }

  private void tick() {
    while (!closed) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException _) {
        return;
      }
      show(System.nanoTime());
    }
  }

  /** Shows the step if it has taken long enough at that time. */
  synchronized void show(long now) {
    long taken = now - started;
    boolean due = terminal || told == 0 || now - told >= PLAIN_PAUSE;
    if (closed || step.isEmpty() || taken < PATIENCE || !due) {
      return;
    }
    told = now;
    String line = "unprobed: " + step + " ... " + amount() + taken / 1_000_000_000 + " s";
    if (terminal) {
      out.print(CLEAR + line);
      out.flush();
      shown = true;
    } else {
      out.println(line);
    }
  }

  private String amount() {
    return total <= 0 ? "" : Math.min(100, done * 100 / total) + " %, ";
  }
}
