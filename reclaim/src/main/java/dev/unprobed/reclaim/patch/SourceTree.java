package dev.unprobed.reclaim.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The files of a kernel source tree. Bytes that are no UTF-8 come through unchanged. */
record SourceTree(Path top) {

  /** The text of a file, a character a byte; absent when there is no such file. */
  Optional<String> text(String file) throws IOException {
    Path path = top.resolve(file);
    return Files.isRegularFile(path)
        ? Optional.of(Files.readString(path, StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  /** Writes a file whole or not at all, and keeps its permissions. */
  void write(String file, String text) throws IOException {
    Path path = top.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Path draft = path.resolveSibling(path.getFileName() + ".unprobed-new");
    Files.writeString(draft, text, StandardCharsets.ISO_8859_1);
    if (Files.exists(path)) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(path));
    }
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
