package dev.unprobed.app;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.check.Check;
import dev.unprobed.prove.check.DroppableDriver;
import dev.unprobed.prove.check.Level;
import dev.unprobed.prove.check.Question;
import dev.unprobed.prove.condition.ConditionParser;
import dev.unprobed.prove.condition.Snippet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which checks are to be made, of what, and what is to be told.
 *
 * @param names of checks; all when there are none
 * @param only files and folders, relative to the tree; everything when there are none
 * @param essential {@code EXPR: SYMBOL...}
 * @param rules more of the kind, from files
 * @param level the lowest that is told
 */
record CheckChoice(
    List<String> names,
    List<String> only,
    List<String> essential,
    EssentialRules rules,
    String level) {

  /** Refuses what no check or level is called. */
  void demandKnown() {
    least();
    for (String name : names) {
      boolean known = all(List.of()).stream().anyMatch(check -> check.name().equals(name));
      if (!known) {
        String hint =
            "one of " + all(List.of()).stream().map(Check::name).collect(Collectors.joining(", "));
        throw wrong(name, "check", "there is no check \"" + name + "\"", hint);
      }
    }
  }

  Level least() {
    for (Level candidate : Level.values()) {
      if (candidate.text().equals(level)) {
        return candidate;
      }
    }
    throw wrong(
        "--level", "level", "there is no level \"" + level + "\"", "error, warning or note");
  }

  /** The checks, for one tree. */
  List<Check> checks(TreeSymbols symbols) {
    Stream<DroppableDriver.Rule> given = essential.stream().map(text -> rule(text, symbols));
    return all(Stream.concat(given, rules.of(symbols).stream()).toList()).stream()
        .filter(this::named)
        .toList();
  }

  private boolean named(Check check) {
    return names.isEmpty() || names.contains(check.name());
  }

  private static List<Check> all(List<DroppableDriver.Rule> rules) {
    List<Check> all = new ArrayList<>(Check.ALL);
    all.addFirst(new DroppableDriver(rules));
    return all;
  }

  /** Whether a question is about a line that is meant. */
  boolean wanted(Question question) {
    String file = question.location().file();
    return only.isEmpty()
        || question.check() instanceof DroppableDriver
        || only.stream().map(ByteText::encode).anyMatch(path -> inside(file, path));
  }

  private static boolean inside(String file, String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    String folder = plain.endsWith("/") ? plain : plain + "/";
    return file.equals(plain) || file.startsWith(folder);
  }

  private static DroppableDriver.Rule rule(String text, TreeSymbols symbols) {
    int colon = text.indexOf(':');
    String words = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (words.isEmpty()) {
      String hint = "such as --essential 'ARCH_EXYNOS: COMMON_CLK_SAMSUNG'";
      throw wrong("--essential", "syntax", "expected a condition, a colon and symbols", hint);
    }
    String when = ByteText.encode(text.substring(0, colon).strip());
    List<Symbol> drivers =
        Arrays.stream(words.split("\\s+")).map(word -> driver(word, symbols)).toList();
    return new DroppableDriver.Rule(
        ConditionParser.parse(Snippet.of("--essential", when), symbols), when, drivers, null);
  }

  private static Symbol driver(String word, TreeSymbols symbols) {
    String bare = symbols.bare(ByteText.encode(word));
    Symbol symbol = symbols.search().find(bare);
    if (!symbol.defined() || !symbol.type().logical()) {
      String what = symbol.defined() ? "it is no bool or tristate" : "nothing defines it";
      String hint = symbols.hint(bare);
      throw wrong(
          bare, "undefined-symbol", what, hint.isEmpty() ? "--essential takes drivers" : hint);
    }
    return symbol;
  }

  private static KconfigException wrong(String path, String check, String message, String hint) {
    return new KconfigException(Diagnostic.ofFile(path, check, message, hint));
  }
}
