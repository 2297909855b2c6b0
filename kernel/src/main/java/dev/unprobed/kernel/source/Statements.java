package dev.unprobed.kernel.source;

import java.util.List;
import java.util.Map;

/** Reads what the kernel's own macros say at the level of declarations. */
final class Statements {
  private static final Map<String, Integer> LEVELS =
      Map.ofEntries(
          Map.entry("early_initcall", 0),
          Map.entry("pure_initcall", 0),
          Map.entry("core_initcall", 1),
          Map.entry("postcore_initcall", 2),
          Map.entry("arch_initcall", 3),
          Map.entry("subsys_initcall", 4),
          Map.entry("fs_initcall", 5),
          Map.entry("rootfs_initcall", 5),
          Map.entry("device_initcall", 6),
          Map.entry("module_init", 6),
          Map.entry("late_initcall", 7),
          Map.entry("console_initcall", 0));

  private Statements() {}

  static void read(Head head, FileFacts facts) {
    List<Token> tokens = head.tokens();
    for (int i = 0; i + 3 < tokens.size(); i++) {
      if (tokens.get(i).isWord() && tokens.get(i + 1).is('(')) {
        call(tokens.get(i).text(), tokens.subList(i + 2, tokens.size()), facts);
      }
    }
  }

  private static void call(String name, List<Token> arguments, FileFacts facts) {
    Token first = arguments.getFirst();
    Integer level = LEVELS.get(name.replaceFirst("_sync$", ""));
    if (level != null && first.isWord()) {
      facts.initcalls.put(first.text(), level);
    } else if (name.equals("MODULE_DEVICE_TABLE") && arguments.size() > 2) {
      facts.deviceTables.add(new FileFacts.DeviceTable(first.text(), arguments.get(2).text()));
    } else if (name.equals("MODULE_ALIAS")) {
      StringBuilder alias = new StringBuilder();
      for (Token token : arguments) {
        if (token.is(')')) {
          break;
        }
        alias.append(token.isWord("KBUILD_MODNAME") ? FileFacts.MODULE_NAME : token.text());
      }
      facts.aliases.add(alias.toString());
    }
  }
}
