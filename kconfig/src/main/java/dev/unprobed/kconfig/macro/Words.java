package dev.unprobed.kconfig.macro;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words of a shell text that may name a program or a file. This is no shell parser: it finds
 * too many words rather than too few, also inside quotes, since a word too many costs little and
 * one too few may cost a wrong answer.
 */
final class Words {
  /** Stands for what only the running shell knows. */
  static final char UNKNOWN = '\0';

  private Words() {}

  /**
   * Finds words.
   *
   * @param variable the value of an environment variable, null when it has none
   */
  static Set<String> of(String text, UnaryOperator<@Nullable String> variable) {
    String expanded = expand(text, variable);
    Set<String> words = new LinkedHashSet<>();
    int start = 0;
    for (int i = 0; i <= expanded.length(); i++) {
      if (i == expanded.length() || !isPart(expanded.charAt(i))) {
        if (i > start) {
          add(expanded.substring(start, i), words);
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c >= 0x80 || c == UNKNOWN || "_./+-%~".indexOf(c) >= 0;
  }

  /** An option may hold a path, as -I/usr/include does; a lone number names nothing. */
  private static void add(String word, Set<String> words) {
    int slash = word.indexOf('/');
    String name = word.startsWith("-") ? slash < 0 ? "" : word.substring(slash) : word;
    if (!name.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == UNKNOWN)) {
      words.add(name);
    }
  }

  private static String expand(String text, UnaryOperator<@Nullable String> variable) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '$') {
        out.append(c);
        continue;
      }
      boolean braces = i < text.length() && text.charAt(i) == '{';
      int start = braces ? i + 1 : i;
      int end = nameEnd(text, start);
      String value = end > start ? variable.apply(text.substring(start, end)) : null;
      out.append(value == null ? String.valueOf(UNKNOWN) : value);
      i = end > start ? end : Math.min(text.length(), afterSpecial(text, start));
      if (braces && i < text.length() && text.charAt(i) == '}') {
        i++;
      }
    }
    return out.toString();
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c, boolean first) {
    return c == '_'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || !first && c >= '0' && c <= '9';
  }

  /** Behind $1, $@, $$ and so on; what $( begins is a command of its own. */
  private static int afterSpecial(String text, int start) {
    return start < text.length() && "(\"' ".indexOf(text.charAt(start)) < 0 ? start + 1 : start;
  }
}
