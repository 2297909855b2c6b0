package dev.unprobed.app;

/** What the exit status of every command says. */
public enum ExitStatus {
  /** It holds, or the work is done. */
  HOLDS(0),
  /** It does not hold: a rule is broken, a driver is missing, a requested value did not survive. */
  BROKEN(1),
  /** The user's input is wrong; what to mend is on standard error. */
  USER_ERROR(2),
  /** The tool failed; a report to its authors is welcome. */
  BUG(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The status of the process. */
  public int code() {
    return code;
  }
}
