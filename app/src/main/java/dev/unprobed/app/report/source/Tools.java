package dev.unprobed.app.report.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs of the system. */
final class Tools {
  private final Map<String, String> environment;

  /**
   * @param environment of this process, for its PATH
   */
  Tools(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * What a program said.
   *
   * @param status 0 when all went well
   * @param text standard output and standard error
   */
  record Output(int status, String text) {
    boolean well() {
      return status == 0;
    }

    /** What apt says went wrong; empty when it says nothing of the kind. */
    String complaint() {
      return text.lines()
          .filter(line -> line.startsWith("E: ") || line.startsWith("W: Failed to fetch"))
          .map(line -> line.substring(3).strip())
          .findFirst()
          .orElse("");
    }
  }

  /** Whether a program is on the search path. */
  boolean has(String program) {
    return find(program).isPresent();
  }

  private Optional<Path> find(String program) {
    for (String folder : environment.getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return Optional.of(Path.of(folder, program).toAbsolutePath());
      }
    }
    return Optional.empty();
  }

  /** Runs a program to its end. */
  Output run(Path folder, List<String> command) {
    try {
      Process process = builder(folder, command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(waitFor(process), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program that is about to run in the C locale. */
  ProcessBuilder builder(Path folder, List<String> command) {
    List<String> words = new ArrayList<>(command);
    find(command.getFirst()).ifPresent(program -> words.set(0, program.toString()));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    return builder;
  }

  /** The status of a program, once it has ended. */
  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
