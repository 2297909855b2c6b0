package dev.unprobed.reclaim.run;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test cannot do without: where it is not there the test is skipped, on CI it fails. */
final class Needed {

  private Needed() {}

  static void program(String name) {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    if (!isThere) {
      missing("this test needs " + name);
    }
  }

  private static void missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      fail(reason);
    }
    System.err.println("SKIPPED: " + reason);
    abort(reason);
  }
}
