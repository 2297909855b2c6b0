package dev.unprobed.reclaim.link;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of the tool chain. */
final class Commands {
  /** Of what a program says when it fails, in characters. */
  private static final int LAST_WORDS = 2000;

  private Commands() {}

  /** One that fails is a mistake in the tree, and told with its last words. */
  static void run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      String end = said.substring(Math.max(0, said.length() - LAST_WORDS));
      throw new MalformedInput(
          folder.toString(), -1, "command-failed", command.getFirst() + " failed: " + end, null);
    }
  }
}
