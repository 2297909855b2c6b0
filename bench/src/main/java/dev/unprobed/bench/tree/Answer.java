package dev.unprobed.bench.tree;

/**
 * How a process ended and what it printed, as ISO 8859-1 so that every byte survives.
 *
 * @param exit the exit status, or {@link #ENDLESS}
 */
public record Answer(int exit, String stdout, String stderr) {

  /**
   * The exit status of a process that was killed, because it did not end or did not stop printing.
   */
  public static final int ENDLESS = -1;

  public boolean isEndless() {
    return exit == ENDLESS;
  }
}
