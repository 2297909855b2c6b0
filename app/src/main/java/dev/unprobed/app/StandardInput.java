package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.target.ConfSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The answers that somebody types, or that come through a pipe. */
final class StandardInput implements ConfSession.Answers {
  @Override
  public @Nullable String next() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int read = System.in.read();
      while (read >= 0) {
        line.write(read);
        if (read == '\n') {
          break;
        }
        read = System.in.read();
      }
    } catch (IOException _) {
      return null;
    }
    return line.size() == 0 ? null : ByteText.of(line.toByteArray());
  }
}
