package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, remembered in case something turns out to be wrong with it.
 *
 * @param offset into the bytes of the buffer
 */
record Mark(Buffer buffer, int offset) {
  /** The diagnostic that points here. Lines are only counted now. */
  Diagnostic diagnostic(String check, String message, @Nullable String hint) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += buffer.bytes[i] == '\n' ? 1 : 0;
    }
    return new Diagnostic(
        buffer.file.name(),
        line,
        buffer.column(offset),
        check,
        message,
        buffer.lineAt(offset),
        hint);
  }

  KconfigException failure(String check, String message, @Nullable String hint) {
    return new KconfigException(diagnostic(check, message, hint));
  }
}
