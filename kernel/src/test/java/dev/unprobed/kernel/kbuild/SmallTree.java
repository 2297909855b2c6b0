package dev.unprobed.kernel.kbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of a few makefiles. */
record SmallTree(Path root) {
  SmallTree with(String file, String... lines) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", lines) + "\n");
    return this;
  }

  BuildPlan plan() {
    return BuildPlan.read(root, "toy");
  }
}
