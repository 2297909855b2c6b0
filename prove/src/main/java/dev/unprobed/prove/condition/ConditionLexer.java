package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.source.KconfigException;
import org.jspecify.annotations.Nullable;

/** Takes a condition apart, and knows the place of what is wrong. */
final class ConditionLexer {
  private final Snippet snippet;
  private final String text;
  private int at;
  private int wordStart;

  ConditionLexer(Snippet snippet) {
    this.snippet = snippet;
    this.text = snippet.text().substring(0, snippet.to());
    this.at = snippet.from();
  }

  boolean atEnd() {
    skipSpace();
    return at == text.length();
  }

  /** Goes past an operator if it is next. */
  boolean take(String operator) {
    skipSpace();
    boolean next = text.startsWith(operator, at);
    at += next ? operator.length() : 0;
    return next;
  }

  /** A symbol, n, m, y or a number. */
  String word() {
    skipSpace();
    wordStart = at;
    while (at < text.length() && partOfWord(text.charAt(at))) {
      at++;
    }
    if (at == wordStart) {
      throw error("expected a symbol");
    }
    return text.substring(wordStart, at);
  }

  /** Where the last word begins, for {@link Snippet#error}. */
  int wordStart() {
    return wordStart;
  }

  Snippet snippet() {
    return snippet;
  }

  /** A text in quotes, absent when something else is next. */
  @Nullable String quoted() {
    skipSpace();
    if (at == text.length() || text.charAt(at) != '"' && text.charAt(at) != '\'') {
      return null;
    }
    char quote = text.charAt(at);
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw error("a quote that is not closed");
    }
    wordStart = at;
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return inside;
  }

  private static boolean partOfWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /** Something is wrong at the next character. */
  KconfigException error(String message) {
    skipSpace();
    String hint = "such as ARCH_EXYNOS && (SERIAL_SAMSUNG = m || !MODULES)";
    return new KconfigException(snippet.error(at, "syntax", message, hint));
  }
}
