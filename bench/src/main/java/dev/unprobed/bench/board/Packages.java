package dev.unprobed.bench.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Debian packages of any architecture, unpacked in the user's cache.
 *
 * @param root the folder of the project, whose script does the work
 */
record Packages(Path root) {

  /**
   * The folder that the package is unpacked in. Fetching it takes as long as apt waits for it.
   *
   * @param names the package, and perhaps a metapackage that depends on its successors
   */
  Path unpacked(String architecture, String... names) throws IOException {
    String script = root.resolve("tools/foreign-package.sh").toString();
    List<String> words = new ArrayList<>(List.of("sh", script, architecture));
    words.addAll(List.of(names));
    Process process = new ProcessBuilder(words).redirectError(Redirect.INHERIT).start();
    process.getOutputStream().close();
    String folder = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (await(process) != 0) {
      throw new IOException("%s for %s cannot be fetched".formatted(names[0], architecture));
    }
    return Path.of(folder);
  }

  private static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("foreign-package.sh");
    }
  }
}
