package dev.unprobed.kernel.code;

import dev.unprobed.kernel.code.Value.Constant;
import dev.unprobed.kernel.code.Value.Symbolic;

/** Whether a function returns that something went wrong (include/linux/err.h). */
final class Failure {
  private static final int MAX_ERRNO = 4095;
  private static final int ENODEV = 19;

  private Failure() {}

  /**
   * @param nothingToDo whether -ENODEV counts: it often says that there was nothing to do
   */
  static boolean returned(Machine machine, boolean nothingToDo) {
    return switch (machine.register(0)) {
      case Constant(long number, boolean _) ->
          (int) number < 0
              && (int) number >= -MAX_ERRNO
              && (nothingToDo || (int) number != -ENODEV);
      case Symbolic(Value.Origin origin, long offset) ->
          offset == 0 && machine.failed.contains(origin);
      case Value.Unknown u -> false;
    };
  }
}
