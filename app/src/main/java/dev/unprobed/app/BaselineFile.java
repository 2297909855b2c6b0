package dev.unprobed.app;

import dev.unprobed.app.check.Baseline;
import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.source.Reason;
import dev.unprobed.prove.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of {@code --baseline}. */
final class BaselineFile {
  private BaselineFile() {}

  /** What it holds; a {@link KconfigException} when there is none. */
  static Baseline read(Path file) {
    String name = ByteText.encode(file.toString());
    try {
      return Baseline.read(name, ByteText.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      String hint = "--write-baseline FILE makes one";
      throw new KconfigException(
          Diagnostic.ofFile(name, "baseline", "cannot read the baseline: " + Reason.of(e), hint));
    }
  }

  /** Names what a baseline has for nothing, if there is any. */
  static void tellStale(Console console, @Nullable Path file, List<Finding.Key> stale) {
    if (!stale.isEmpty()) {
      console.remark("unprobed: no longer found, to be taken out of " + file + ":");
      stale.forEach(key -> console.remark("  " + ByteText.readable(Baseline.line(key))));
    }
  }
}
