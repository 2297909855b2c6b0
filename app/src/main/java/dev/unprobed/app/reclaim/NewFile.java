package dev.unprobed.app.reclaim;

import dev.unprobed.kernel.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that the user wants to have: it appears whole or not at all. */
final class NewFile {
  private NewFile() {}

  static void write(Path file, String text) {
    write(file, text, StandardCharsets.UTF_8);
  }

  static void write(Path file, String text, Charset charset) {
    Path draft = file.resolveSibling(file.getFileName() + ".new-" + ProcessHandle.current().pid());
    try {
      Files.writeString(draft, text, charset);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MalformedInput(file.toString(), -1, "cannot-write", "it cannot be written", null);
    }
  }
}
