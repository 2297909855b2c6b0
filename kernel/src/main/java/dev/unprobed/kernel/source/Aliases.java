package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Aliases of device tables as scripts/mod/file2alias.c writes them, for ids that are texts. */
final class Aliases {
  private Aliases() {}

  static List<String> of(String type, FileFacts.Table table) {
    List<String> aliases = new ArrayList<>();
    for (Map<String, String> entry : table.entries()) {
      String name = entry.getOrDefault("name", "");
      switch (type) {
        case "of" -> of(entry, aliases);
        case "i2c", "spi", "platform", "mdio", "rpmsg", "slim", "auxiliary" -> {
          if (!name.isEmpty()) {
            aliases.add(type + ":" + name);
          }
        }
        default -> {}
      }
    }
    return aliases;
  }

  private static void of(Map<String, String> entry, List<String> aliases) {
    String type = entry.getOrDefault("type", "");
    String compatible = compatible(entry.getOrDefault("compatible", ""));
    String more = type.isEmpty() || compatible.isEmpty() ? "" : "*";
    String name = wildcard(entry.getOrDefault("name", ""));
    String alias = "of:N" + name + "T" + wildcard(type) + more + compatible;
    aliases.add(alias);
    aliases.add(alias + "C*");
  }

  private static String compatible(String compatible) {
    return compatible.isEmpty() ? "" : "C" + compatible.replace(' ', '_');
  }

  private static String wildcard(String text) {
    return text.isEmpty() ? "*" : text.replace(' ', '_');
  }
}
