package dev.unprobed.kernel.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A .config, only the values it gives. Which of them Kconfig would take is the duty of the module
 * that knows the language; beside a kernel that was built they are the ones that were taken.
 */
public final class ConfigFile {
  private static final String PREFIX = "CONFIG_";

  private ConfigFile() {}

  /** Without CONFIG_, texts without quotes, in the order of the file; what is n is not there. */
  public static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
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
    boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    return quoted
        ? written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1")
        : written.strip();
  }
}
