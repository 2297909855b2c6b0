package dev.unprobed.app;

import dev.unprobed.prove.sat.Limit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an early end of a search, so that what is known by then can still be told. The
 * exit status is that of an interrupted process. To be closed when all is told.
 */
final class Interruption implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "interruption");
  private volatile boolean asked;

  private Interruption() {}

  /** Watches from now on. */
  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Reached when the user has interrupted. */
  Limit limit() {
    return () -> asked;
  }

  /** Whether the user has interrupted. */
  boolean asked() {
    return asked;
  }

  private void await() {
    asked = true;
    try {
      // The process ends when this returns.
      boolean all = told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!all) {
        System.err.println("unprobed: interrupted");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    told.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is about to end.
    }
  }
}
