package dev.unprobed.app;

import dev.unprobed.kconfig.dotconfig.WorkFiles;
import dev.unprobed.kconfig.source.ByteText;
import java.nio.file.Path;

/**
 * Files that the user wants to have written. They appear whole or not at all; what cannot be
 * written is a {@link dev.unprobed.kconfig.source.KconfigException}.
 */
record OutputFiles(WorkFiles files) {
  /** Names are relative to this process's directory. */
  static OutputFiles ofProcess() {
    return new OutputFiles(new WorkFiles(Path.of("").toAbsolutePath(), null));
  }

  /** Writes readable text. */
  void write(Path file, String text) {
    writeBytes(file, ByteText.encode(text));
  }

  /** Writes a byte string. */
  void writeBytes(Path file, String bytes) {
    files.write(ByteText.encode(file.toString()), ByteText.bytes(bytes));
  }
}
