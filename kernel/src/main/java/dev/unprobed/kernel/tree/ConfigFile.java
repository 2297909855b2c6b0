package dev.unprobed.kernel.tree;

import dev.unprobed.kernel.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A .config: values of symbols. */
final class ConfigFile {
  private static final String PREFIX = "CONFIG_";

  private ConfigFile() {}

  /** Without CONFIG_, texts without quotes, in the order of the file; what is n is not there. */
  static Map<String, String> read(Bytes file) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : new String(file.copy(), StandardCharsets.ISO_8859_1).lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith(PREFIX) && equals > 0) {
        values.put(line.substring(PREFIX.length(), equals), value(line.substring(equals + 1)));
      }
    }
    values.values().removeIf("n"::equals);
    return values;
  }

  /** In a text a backslash stands before a quote and before itself. */
  private static String value(String written) {
    if (written.length() < 2 || !written.startsWith("\"") || !written.endsWith("\"")) {
      return written.strip();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < written.length() - 1; i++) {
      boolean escape = written.charAt(i) == '\\' && i + 1 < written.length() - 1;
      text.append(written.charAt(escape ? ++i : i));
    }
    return text.toString();
  }
}
