package dev.unprobed.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one command of ours did.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int status, String out, String err) {
  /**
   * The options for our sample tree but where it is; macros are replayed, so that no machine is
   * asked.
   */
  static final List<String> SAMPLE =
      List.of("--arch=arm64", "--cc=no-such-compiler", "--macros=src/test/resources/sample.macros");

  /** Runs a command in this process. */
  static synchronized CommandRun of(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream processOut = System.out;
    PrintStream processErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = Main.run(arguments.toArray(String[]::new));
      return new CommandRun(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(processOut);
      System.setErr(processErr);
    }
  }
}
