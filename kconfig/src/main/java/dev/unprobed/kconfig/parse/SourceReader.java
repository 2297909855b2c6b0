package dev.unprobed.kconfig.parse;

import java.io.IOException;
import java.util.List;
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

  /**
   * The names of the files that a pattern of the shell matches, in order.
   *
   * @throws IOException when a directory cannot be read
   */
  default List<String> matching(String pattern) throws IOException {
    return read(pattern) == null ? List.of() : List.of(pattern);
  }
}
