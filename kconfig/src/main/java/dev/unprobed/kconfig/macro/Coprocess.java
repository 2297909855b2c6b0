package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A shell that waits for commands and runs each as a child, {@code /bin/sh -c COMMAND}. To start a
 * process from a small shell takes about half of the time that it takes from a JVM, and it takes
 * the bytes of a command as they are.
 */
final class Coprocess implements AutoCloseable {
  private static final String MARK =
      "\1end of command " + Long.toHexString(System.nanoTime()) + "\1";
  private static final String PRINT_MARKS =
      "printf %s '" + MARK + "'; printf %s '" + MARK + "' >&2\n";

  private final Process process;
  private final OutputStream input;
  private final MarkedStream output;
  private final LinkedBlockingQueue<String> errors = new LinkedBlockingQueue<>();
  private boolean usable = true;

  private Coprocess(Process process) {
    this.process = process;
    this.input = process.getOutputStream();
    this.output = new MarkedStream(process.getInputStream(), MARK, Outcome.BUFFER);
    Thread.ofPlatform().daemon().start(() -> drainErrors(process.getErrorStream()));
  }

  /** Starts one in {@code folder}. */
  static Coprocess start(Path folder, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh").directory(folder.toFile());
    String exports = ProcessEnvironment.apply(environment, builder.environment());
    Coprocess started = new Coprocess(builder.start());
    started.send(exports);
    return started;
  }

  /** Runs one command to its end. */
  Outcome run(String command) throws IOException {
    int nul = command.indexOf('\0');
    String text = nul < 0 ? command : command.substring(0, nul);
    send("/bin/sh -c " + quoted(text) + " </dev/null\n" + PRINT_MARKS);
    String printed = output.read();
    if (output.isEndless() || output.isEnded()) {
      usable = false;
      close();
    }
    return Outcome.of(printed, nextErrors());
  }

  /**
   * Whether it can run another command: it cannot after one that prints still, or that killed it.
   */
  boolean isUsable() {
    return usable && !output.hasSurplus();
  }

  /** One word for the shell. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private void send(String script) throws IOException {
    input.write(ByteText.bytes(script));
    input.flush();
  }

  private String nextErrors() {
    try {
      return errors.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private void drainErrors(InputStream stream) {
    MarkedStream marked = new MarkedStream(stream, MARK, Integer.MAX_VALUE);
    do {
      errors.add(marked.read());
    } while (!marked.isEnded());
  }

  @Override
  public void close() {
    if (!usable) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    try {
      input.close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }
}
