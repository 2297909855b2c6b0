package dev.unprobed.app;

import dev.unprobed.kconfig.source.KconfigException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user's errors from our own, and says what to do about either. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure, command.getErr());
  }

  /** Prints {@code failure} and returns the exit status of the process. */
  static int report(Throwable failure, PrintWriter err) {
    ExitStatus status =
        failure instanceof KconfigException ? ExitStatus.USER_ERROR : ExitStatus.BUG;
    if (failure instanceof KconfigException wrongInput) {
      err.println(wrongInput.render());
    } else {
      reportBug(failure, err);
    }
    err.flush();
    return status.code();
  }

  private static void reportBug(Throwable failure, PrintWriter err) {
    err.println("unprobed: this is unprobed's own fault, not yours: " + failure);
    err.println();
    err.println("  unprobed " + Version.text() + ", Java " + Runtime.version());
    failure.printStackTrace(err);
    err.println();
    err.println("  Please report it with the lines above and the command that you ran.");
  }
}
