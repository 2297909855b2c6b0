package dev.unprobed.prove.rule;

import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.prove.condition.Snippet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of rules, without its comment.
 *
 * @param keyword the first word, empty when there is none
 * @param rest what follows it, without space around
 */
record RuleLine(String keyword, Snippet rest) {
  static RuleLine of(String path, int number, String text) {
    int end = contentEnd(text);
    int start = skip(text, 0, end, true);
    int keywordEnd = skip(text, start, end, false);
    Snippet rest = new Snippet(path, number, text, skip(text, keywordEnd, end, true), end);
    return new RuleLine(text.substring(start, keywordEnd), rest);
  }

  /** Where the text ends: before a comment that is not in quotes, and the space before that. */
  private static int contentEnd(String text) {
    char quote = 0;
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '#') {
        break;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
      end = space(c) ? end : i + 1;
    }
    return end;
  }

  private static int skip(String text, int from, int end, boolean spaces) {
    int at = from;
    while (at < end && space(text.charAt(at)) == spaces) {
      at++;
    }
    return at;
  }

  private static boolean space(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** The words after the keyword. */
  List<Snippet> words() {
    List<Snippet> words = new ArrayList<>();
    String text = rest.text();
    int at = rest.from();
    while (at < rest.to()) {
      int end = skip(text, at, rest.to(), false);
      words.add(new Snippet(rest.path(), rest.line(), text, at, end));
      at = skip(text, end, rest.to(), true);
    }
    return words;
  }

  /** The text in quotes that is all that follows. */
  String quoted() {
    String part = rest.part();
    if (part.length() < 3 || part.charAt(0) != '"' || part.indexOf('"', 1) != part.length() - 1) {
      throw error("syntax", "expected a name in quotes after \"" + keyword + "\"", null);
    }
    return part.substring(1, part.length() - 1);
  }

  KconfigException error(String check, String message, @Nullable String hint) {
    return new KconfigException(rest.error(rest.text().indexOf(keyword), check, message, hint));
  }
}
