package dev.unprobed.kernel.pack;

import java.util.LinkedHashMap;
import java.util.Map;

/** A .config, only its values. */
final class ConfigFile {
  private static final String PREFIX = "CONFIG_";

  private ConfigFile() {}

  /** Without CONFIG_; strings without their quotes; what is n is not there. */
  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .filter(line -> line.startsWith(PREFIX))
        .forEach(line -> {
          int equals = line.indexOf('=');
          if (equals > 0 && !line.substring(equals + 1).equals("n")) {
            values.put(line.substring(PREFIX.length(), equals), value(line, equals + 1));
          }
        });
    return values;
  }

  private static String value(String line, int from) {
    boolean quoted = line.length() > from + 1 && line.charAt(from) == '"' && line.endsWith("\"");
    return quoted
        ? line.substring(from + 1, line.length() - 1).replaceAll("\\\\(.)", "$1")
        : line.substring(from);
  }
}
