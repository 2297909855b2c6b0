package dev.unprobed.bench.board;

import dev.unprobed.bench.tree.Answer;
import dev.unprobed.bench.tree.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Debian packages of any architecture, unpacked in the user's cache.
 *
 * @param root the folder of the project, whose script does the work
 */
record Packages(Path root) {

  /** The folder that the package is unpacked in. */
  Path unpacked(String architecture, String name) throws IOException {
    String script = root.resolve("tools/foreign-package.sh").toString();
    Answer answer =
        new Command(List.of("sh", script, architecture, name), System.getenv(), root).run();
    if (answer.exit() != 0) {
      throw new IOException("%s for %s: %s".formatted(name, architecture, answer.stderr().strip()));
    }
    return Path.of(answer.stdout().strip());
  }
}
