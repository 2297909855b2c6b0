package dev.unprobed.kernel.pack;

import dev.unprobed.kernel.bytes.Bytes;
import dev.unprobed.kernel.bytes.MalformedInput;
import dev.unprobed.kernel.compress.Compression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads whole files that are not expected to be large. */
final class WholeFile {
  private WholeFile() {}

  /** As it is. */
  static Bytes read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > Compression.LIMIT) {
      throw new MalformedInput(
          file.toString(), -1, "too-large", size + " bytes are too many for such a file", null);
    }
    return Bytes.of(file.toString(), Files.readAllBytes(file));
  }

  /** Without the compression that it may have. */
  static Bytes unpacked(Path file) throws IOException {
    Bytes bytes = read(file);
    Optional<Compression> compression = Compression.at(bytes, 0);
    return compression.isPresent()
        ? compression.get().unpack(bytes, bytes.path(), Compression.LIMIT)
        : bytes;
  }

  /** As text, one byte a character; empty when there is no such file. */
  static String text(Optional<Path> file) throws IOException {
    return file.isPresent()
        ? new String(unpacked(file.get()).copy(), StandardCharsets.ISO_8859_1)
        : "";
  }
}
