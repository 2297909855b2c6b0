package dev.unprobed.kconfig.macro;

import dev.unprobed.kconfig.source.ByteText;
import java.util.Map;

/** Hands an environment of byte strings to a process of which Java insists to know the text. */
final class ProcessEnvironment {
  private ProcessEnvironment() {}

  /**
   * Changes {@code process} from our own environment to {@code wanted}. What is inherited unchanged
   * keeps its bytes.
   *
   * @return shell commands for what the process still has to set itself, since Java might not keep
   *     its bytes
   */
  static String apply(Map<String, String> wanted, Map<String, String> process) {
    process.keySet().removeIf(name -> !wanted.containsKey(name));
    StringBuilder exports = new StringBuilder();
    for (Map.Entry<String, String> variable : wanted.entrySet()) {
      String name = variable.getKey();
      String value = variable.getValue();
      if (ByteText.readable(value).equals(process.get(name))) {
        continue;
      }
      if (isAscii(value)) {
        process.put(name, value);
      } else if (isName(name)) {
        exports
            .append("export ")
            .append(name)
            .append('=')
            .append(Coprocess.quoted(value))
            .append('\n');
      }
    }
    return exports.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c > 0 && c < 0x80);
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }
}
