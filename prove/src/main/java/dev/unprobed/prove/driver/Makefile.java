package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Makefile of Kbuild as far as lists of objects go. Conditionals are not decided: what stands in
 * one of their branches counts.
 *
 * @param folder with a slash at the end; empty for the top of the tree
 */
record Makefile(String file, String folder, List<Entry> entries) {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*([^\\s:=+?]+?)-([^\\s:=+?]+)\\s*(?:\\+|:|\\?)?=\\s*(.*)");
  private static final Pattern SWITCH = Pattern.compile("\\$[({]CONFIG_(\\w+)[)}]");

  /**
   * A line such as {@code obj-$(CONFIG_FOO) += foo.o}.
   *
   * @param list what stands before the last hyphen, as {@code obj}
   * @param switchedBy the symbol, as {@code FOO}; absent for a fixed y, m or objs
   * @param fixed such as y, m or objs; empty when a symbol switches
   */
  record Entry(
      int line, String list, @Nullable String switchedBy, String fixed, List<String> words) {}

  static Makefile of(String file, String text) {
    List<Entry> entries = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int first = i + 1;
      StringBuilder joined = new StringBuilder(uncommented(lines[i]));
      while (joined.toString().endsWith("\\") && i + 1 < lines.length) {
        joined.setCharAt(joined.length() - 1, ' ');
        joined.append(uncommented(lines[++i]));
      }
      add(entries, first, joined.toString());
    }
    return new Makefile(file, file.substring(0, file.lastIndexOf('/') + 1), entries);
  }

  private static String uncommented(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
  }

  private static void add(List<Entry> entries, int line, String statement) {
    Matcher assignment = ASSIGNMENT.matcher(statement);
    if (assignment.matches()) {
      String selector = assignment.group(2);
      Matcher symbol = SWITCH.matcher(selector);
      boolean switched = symbol.matches();
      String words = assignment.group(3).strip();
      entries.add(
          new Entry(
              line,
              assignment.group(1),
              switched ? symbol.group(1) : null,
              switched ? "" : selector,
              words.isEmpty() ? List.of() : List.of(words.split("\\s+", -1))));
    }
  }

  /** The entries of one list, whatever switches them. */
  List<Entry> list(String name) {
    return entries.stream().filter(entry -> entry.list().equals(name)).toList();
  }
}
