package dev.unprobed.kconfig.parse;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the files that {@code source} names. */
@FunctionalInterface
public interface SourceReader {
  /**
   * The content of a file.
   *
   * @param name as the {@code source} statement has it, macros expanded
   * @return absent when there is no such file
   * @throws IOException when there is one that cannot be read
   */
  byte @Nullable [] read(String name) throws IOException;
}
