package dev.unprobed.bench.library;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Command;
import dev.unprobed.kconfig.macro.Shell;
import dev.unprobed.kconfig.source.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs each command once, and says the same again when it is asked again. */
final class RememberingShell {

  private static final int MOST = 4095;

  private final Map<String, String> environment;
  private final Path folder;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /**
   * A shell that knows nothing yet.
   *
   * @param environment all that the commands see
   * @param folder the current folder of the commands
   */
  RememberingShell(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** The shell for one load; what commands complain about goes to conf's stderr. */
  Shell to(Messages messages) {
    return command -> {
      Answer answer = answers.computeIfAbsent(command, this::run);
      messages.err(answer.stderr());
      return printed(answer.stdout());
    };
  }

  private Answer run(String command) {
    try {
      return new Command(List.of("/bin/sh", "-c", command), environment, folder).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String printed(String stdout) {
    String kept = stdout.length() > MOST ? stdout.substring(0, MOST) : stdout;
    return kept.replaceFirst("\n+\\z", "").replace('\n', ' ');
  }
}
