package dev.unprobed.kernel.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that runs the test. */
public final class Tool {
  private final List<String> command;

  private Tool(List<String> command) {
    this.command = command;
  }

  /**
   * A program by name. Where it is not there, the test is skipped and says so; on CI it fails,
   * because there it has to be.
   */
  public static Tool of(String... command) {
    if (!isThere(command[0])) {
      String reason = "this test needs " + command[0];
      Assertions.assertNotEquals("true", System.getenv("CI"), reason);
      System.err.println("SKIPPED: " + reason);
      Assumptions.abort(reason);
    }
    return new Tool(List.of(command));
  }

  /** What it prints; it has to succeed. */
  public String run(Path directory, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(Arrays.asList(arguments));
    try {
      Path errors = Files.createTempFile("tool", ".err");
      Process process =
          new ProcessBuilder(all)
              .directory(directory.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int status = process.waitFor();
      String complaint = Files.readString(errors, StandardCharsets.ISO_8859_1);
      Files.delete(errors);
      Assertions.assertEquals(0, status, () -> all + "\n" + complaint);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isThere(String name) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }
}
