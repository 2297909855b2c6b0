package dev.unprobed.prove.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What other code makes of a symbol's name, which changes when its value is m. */
final class SwitchUses {
  private final Pattern word;
  private final Pattern asked;
  private final String name;

  /**
   * @param symbol without the prefix
   */
  SwitchUses(String symbol) {
    name = "CONFIG_" + symbol;
    word = Pattern.compile("\\b" + name + "\\b");
    asked = Pattern.compile("\\bIS_(ENABLED|BUILTIN|MODULE|REACHABLE)\\s*\\(\\s*" + name + "\\b");
  }

  /** In a C file, a header or an assembler file. */
  List<Finding> inCode(String file, String text) {
    List<Finding> findings = new ArrayList<>();
    String[] lines = Code.of(text).text().split("\n", -1);
    boolean directive = false;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      directive = line.matches("#\\s*(if|ifdef|ifndef|elif)\\b.*") || directive && goesOn(lines, i);
      if (asked.matcher(line).results().anyMatch(m -> m.group(1).equals("ENABLED"))) {
        String caution = "IS_ENABLED(" + name + ") is also true when it is a module";
        findings.add(Finding.caution(file, i + 1, caution));
      }
      String rest = asked.matcher(line).replaceAll("");
      if (directive && word.matcher(rest).find()) {
        boolean both = rest.contains(name + "_MODULE");
        findings.add(
            both
                ? Finding.caution(file, i + 1, "is also so when " + name + " is a module")
                : Finding.against(file, i + 1, "#if knows " + name + "=y, and not =m"));
      }
    }
    return findings;
  }

  private static boolean goesOn(String[] lines, int i) {
    return i > 0 && lines[i - 1].stripTrailing().endsWith("\\");
  }

  /** In a Makefile, outside of the lists that {@link Kbuild} follows. */
  List<Finding> inMakefile(String file, String text) {
    List<Finding> findings = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replaceFirst("#.*", "");
      boolean list = line.strip().matches("[^\\s:=+?]+-\\$[({]" + name + "[)}]\\s*[+:?]?=.*");
      if (!list && word.matcher(line).find()) {
        findings.add(Finding.against(file, i + 1, "what this does with m could not be followed"));
      }
    }
    return findings;
  }
}
