package dev.unprobed.reclaim.admit;

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

/** The tools that make arm64 objects, or look at them. */
public final class Compiler {
  private static final String PREFIX = "aarch64-linux-gnu-";

  private Compiler() {}

  /** Skips the test loudly where they are not there; on CI it fails, because there they have to. */
  public static void demand() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, PREFIX + "gcc")));
    if (!there) {
      String reason = "this test needs " + PREFIX + "gcc";
      Assertions.assertNotEquals("true", System.getenv("CI"), reason);
      System.err.println("SKIPPED: " + reason);
      Assumptions.abort(reason);
    }
  }

  /** What a tool such as gcc or readelf prints; it has to succeed. */
  public static String run(Path directory, String tool, String... arguments) {
    List<String> command = new ArrayList<>(List.of(PREFIX + tool));
    command.addAll(Arrays.asList(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      Assertions.assertEquals(0, process.waitFor(), () -> command + "\n" + output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
