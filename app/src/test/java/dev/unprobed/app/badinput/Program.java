package dev.unprobed.app.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program as a process of its own, with the stack of the launcher and a heap that a small
 * machine has. Texts have one character for a byte.
 */
final class Program {
  private static final int PATIENCE_SECONDS = 120;

  private final Path directory;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private String limits = "";

  Program(Path directory) {
    this.directory = directory;
  }

  /** What came of a run. */
  record Result(int exit, String out, String err) {
    /** The user is told what is wrong, and nothing else. */
    Result refused(String check) {
      assertThat(err).contains("error[" + check + "]");
      return refused();
    }

    Result refused() {
      assertThat(err).doesNotContain("\tat ", "Exception", "own fault");
      assertThat(exit).as(err).isEqualTo(2);
      return this;
    }

    Result accepted() {
      assertThat(err).doesNotContain("\tat ", "Exception", "error[");
      assertThat(exit).as(err).isZero();
      return this;
    }
  }

  Program with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Commands of the shell that come before the program is started. */
  Program after(String commands) {
    limits = commands + "\n";
    return this;
  }

  Program file(String name, String content) throws IOException {
    return file(name, content.getBytes(ISO_8859_1));
  }

  Program file(String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  String read(String name) throws IOException {
    return Files.readString(directory.resolve(name), ISO_8859_1);
  }

  /** The names in the work directory. */
  List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  Result config(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("config", "--generation", "6.12"));
    all.addAll(Arrays.asList(arguments));
    return run(all.toArray(String[]::new));
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("unprobed", ".out");
    Path err = Files.createTempFile("unprobed", ".err");
    try {
      Process process = start(out, err, arguments);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + PATIENCE_SECONDS + " seconds");
      }
      return new Result(
          process.exitValue(),
          Files.readString(out, ISO_8859_1),
          Files.readString(err, ISO_8859_1));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Starts it without waiting for its end. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", limits + "exec \"$0\" \"$@\""));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss64m", "-Xmx512m", "-cp"));
    command.addAll(List.of(classes, "dev.unprobed.app.Main"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(variables);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
