package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
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
    KconfigException mendable = mendable(failure);
    if (mendable != null) {
      err.println(mendable.render());
    } else {
      reportBug(failure, err);
    }
    err.flush();
    return (mendable != null ? ExitStatus.USER_ERROR : ExitStatus.BUG).code();
  }

  private static @Nullable KconfigException mendable(Throwable failure) {
    return switch (failure) {
      case KconfigException wrongInput -> wrongInput;
      case MalformedInput wrongInput -> new KconfigException(diagnostic(wrongInput));
      case StackOverflowError _ ->
          tooLarge(
              "too-deep",
              "the symbols depend on each other in a chain that is too long for the stack",
              "UNPROBED_JAVA_FLAGS=-Xss1g gives it more room");
      case OutOfMemoryError _ ->
          tooLarge(
              "too-large",
              "the input does not fit into memory",
              "UNPROBED_JAVA_FLAGS=-Xmx8g gives it more room");
      default -> null;
    };
  }

  /** A place in a file of bytes is an offset. */
  private static Diagnostic diagnostic(MalformedInput input) {
    String at = input.offset() < 0 ? "" : String.format("at byte 0x%x: ", input.offset());
    return Diagnostic.ofFile(
        ByteText.encode(input.path()),
        input.check(),
        ByteText.encode(at + input.message()),
        input.hint() == null ? null : ByteText.encode(input.hint()));
  }

  private static KconfigException tooLarge(String check, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile("unprobed", check, message, hint));
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
