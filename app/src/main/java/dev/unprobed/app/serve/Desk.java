package dev.unprobed.app.serve;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where answers are worked out: by one thread, since a configuration is not for several, and with
 * the stack that long chains of dependencies need.
 */
final class Desk implements AutoCloseable {
  private static final int MOST_WAITING = 32;
  private static final long STACK_BYTES = 512L << 20;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Desk::thread);
  private final Duration patience;

  /**
   * With an end of patience.
   *
   * @param patience that a request has
   */
  Desk(Duration patience) {
    this.patience = patience;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "desk", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits for an answer.
   *
   * @throws Refused when too many wait already, or it takes too long
   */
  String ask(Callable<String> question) throws Refused, ExecutionException, InterruptedException {
    Future<String> answer;
    try {
      answer = executor.submit(question);
    } catch (RejectedExecutionException _) {
      throw busy();
    }
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      answer.cancel(false);
      throw busy();
    }
  }

  static Refused busy() {
    return new Refused(503, "too much is asked for at once");
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
