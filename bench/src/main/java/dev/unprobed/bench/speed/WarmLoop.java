package dev.unprobed.bench.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * The same work again and again in one JVM, until it is as fast as it gets: what a tool that stays
 * up, such as an editor's, feels.
 *
 * @param warmups runs that do not count
 * @param runs runs that do
 */
public record WarmLoop(int warmups, int runs) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The work. It reads or writes files, so that the compiler cannot leave it out. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /**
   * What one run took, in milliseconds.
   *
   * @param cpu of the thread: unlike the wall time, it tells little about what else the machine
   *     does
   */
  public record Time(double wall, double cpu) {}

  /** The medians of both times. */
  public Time medians(Work work) throws IOException {
    for (int i = 0; i < warmups; i++) {
      time(work);
    }
    List<Time> times = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      times.add(time(work));
    }
    return new Time(
        Standings.median(times.stream().map(Time::wall).toList()),
        Standings.median(times.stream().map(Time::cpu).toList()));
  }

  private static Time time(Work work) throws IOException {
    long start = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    work.run();
    return new Time(
        (System.nanoTime() - start) / NANOS_PER_MILLI,
        (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_PER_MILLI);
  }
}
