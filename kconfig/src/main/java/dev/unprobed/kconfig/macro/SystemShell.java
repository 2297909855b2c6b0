package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

/**
 * Runs commands for real, with {@code /bin/sh -c} as popen() does. What a command prints on
 * standard error goes to ours, all of it when the command has ended; its standard input is empty.
 * Several threads may call it at once. To be closed when no more commands will come.
 */
public final class SystemShell implements Shell, AutoCloseable {
  private final Path folder;
  private final Map<String, String> environment;
  private final Consumer<String> errors;
  private final ConcurrentLinkedDeque<Coprocess> idle = new ConcurrentLinkedDeque<>();

  /**
   * A shell whose commands print errors on our standard error.
   *
   * @param folder where commands run
   * @param environment all of their environment; the values are byte strings
   */
  public SystemShell(Path folder, Map<String, String> environment) {
    this(folder, environment, text -> System.err.writeBytes(ByteText.bytes(text)));
  }

  /** The same, for a given receiver of what commands print on standard error (byte strings). */
  public SystemShell(Path folder, Map<String, String> environment, Consumer<String> errors) {
    this.folder = folder.toAbsolutePath();
    this.environment = Map.copyOf(environment);
    this.errors = errors;
  }

  @Override
  public String run(String command) {
    return show(execute(command));
  }

  /** Where commands run. */
  Path folder() {
    return folder;
  }

  /** The environment of commands. */
  Map<String, String> environment() {
    return environment;
  }

  /** Passes on what a command printed on standard error, and returns its answer. */
  String show(Outcome outcome) {
    if (!outcome.errors().isEmpty()) {
      errors.accept(outcome.errors());
    }
    return outcome.answer();
  }

  /** Runs a command and shows nothing. */
  Outcome execute(String command) {
    try {
      Coprocess coprocess = coprocess();
      Outcome outcome = coprocess.run(command);
      idle.push(coprocess);
      return outcome;
    } catch (IOException e) {
      throw new MacroException("cannot run /bin/sh in " + folder + ": " + e.getMessage(), null);
    }
  }

  private Coprocess coprocess() throws IOException {
    for (Coprocess waiting = idle.poll(); waiting != null; waiting = idle.poll()) {
      if (waiting.isUsable()) {
        return waiting;
      }
      waiting.close();
    }
    return Coprocess.start(folder, environment);
  }

  @Override
  public void close() {
    for (Coprocess coprocess = idle.poll(); coprocess != null; coprocess = idle.poll()) {
      coprocess.close();
    }
  }
}
