package dev.unprobed.kconfig.oracle;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What came of a run. Texts are byte strings.
 *
 * @param exit conf's exit code; more than 128 when it was killed
 * @param out standard output
 * @param err standard error
 * @param files all files of the work directory afterwards
 * @param checks the names of the checks that refused the input, ours only
 */
public record Outcome(
    int exit, String out, String err, SortedMap<String, String> files, List<String> checks) {

  /** A file afterwards; empty when it is not there. */
  public String file(String name) {
    return files.getOrDefault(name, "");
  }

  public String config() {
    return file(".config");
  }

  /** Only the lines of the {@code .config} that say something, without its title. */
  public String settings() {
    StringBuilder lines = new StringBuilder();
    for (String line : config().split("\n", -1)) {
      if (line.startsWith("CONFIG_") || line.endsWith(" is not set")) {
        lines.append(line).append('\n');
      }
    }
    return lines.toString();
  }

  /**
   * How this outcome of ours differs from that of the real conf; empty when it does not. When both
   * refuse the input only that is compared, because our messages are better. A conf that crashed or
   * had to be stopped has nothing to compare with.
   */
  public String differenceFrom(Outcome real) {
    if (real.exit > 128) {
      return "";
    }
    if (!checks.isEmpty()) {
      return real.exit != 0
          ? ""
          : "ours refuses it: " + checks + "\n" + err + "\nconf does not:\n" + real.err;
    }
    StringBuilder text = new StringBuilder();
    compare(text, "exit code", Integer.toString(exit), Integer.toString(real.exit));
    compare(text, "standard output", out, real.out);
    compare(text, "standard error", err, real.err);
    TreeSet<String> names = new TreeSet<>(files.keySet());
    names.addAll(real.files.keySet());
    for (String name : names) {
      String there = "(no file)";
      compare(text, name, files.getOrDefault(name, there), real.files.getOrDefault(name, there));
    }
    return text.toString();
  }

  private static void compare(StringBuilder text, String what, String ours, String real) {
    if (!ours.equals(real)) {
      text.append("==== ").append(what).append(", ours ====\n").append(ours);
      text.append("\n==== ").append(what).append(", conf's ====\n").append(real).append('\n');
    }
  }
}
