package dev.unprobed.kconfig.macro;

import java.util.Set;
import java.util.regex.Pattern;

/** What programs are known for, as far as it decides what their answers depend on. */
final class Habits {
  /**
   * The answers of these depend on more than on files that can be named: on time, on the network,
   * on lists of files, on modules that are found at run time.
   */
  private static final Set<String> FICKLE =
      Set.of(
          "bindgen",
          "cargo",
          "curl",
          "date",
          "df",
          "du",
          "find",
          "free",
          "getent",
          "git",
          "groups",
          "hostname",
          "id",
          "ifconfig",
          "ip",
          "locate",
          "logname",
          "ls",
          "lscpu",
          "lsmod",
          "lua",
          "make",
          "node",
          "nproc",
          "perl",
          "pkg-config",
          "ps",
          "ruby",
          "ssh",
          "stat",
          "uptime",
          "vdir",
          "wget",
          "who",
          "whoami");

  private static final Set<String> PLACE = Set.of("pwd", "PWD", "realpath", "readlink");
  private static final Pattern COMPILER =
      Pattern.compile("(.*-)?(gcc|cc|g\\+\\+|c\\+\\+|cpp|clang|clang\\+\\+)(-[0-9.]+)?");
  private static final Pattern PYTHON = Pattern.compile("python[0-9.]*");

  private Habits() {}

  /** Whether an answer of this program cannot be kept. */
  static boolean isFickle(String program) {
    return FICKLE.contains(program);
  }

  /** Whether this word asks where we are. */
  static boolean asksPlace(String word) {
    return PLACE.contains(word);
  }

  static boolean isCompiler(String program) {
    return COMPILER.matcher(program).matches();
  }

  static boolean isPython(String program) {
    return PYTHON.matcher(program).matches();
  }

  static boolean isRust(String program) {
    return program.equals("rustc");
  }

  /**
   * Whether a command has a pattern of file names outside of quotes, for which the shell lists
   * directories.
   */
  static boolean hasPattern(String command) {
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if ((c == '*' || c == '?') && !isParameter(command, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isParameter(String command, int at) {
    return at > 0 && (command.charAt(at - 1) == '$' || command.charAt(at - 1) == '\\');
  }
}
