package dev.unprobed.kconfig.dotconfig;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.source.ByteText;
import org.jspecify.annotations.Nullable;

/** Takes the lines of a {@code .config} apart. */
public final class ConfigLines {
  private final boolean strict;
  private final String prefix;

  /**
   * For files of one generation.
   *
   * @param prefix of symbol names, usually {@code CONFIG_}
   */
  public ConfigLines(Generation generation, String prefix) {
    this.strict = generation.strictLines();
    this.prefix = prefix;
  }

  /** Receives what a line sets. */
  @FunctionalInterface
  public interface Entry {
    /**
     * A line that sets a symbol.
     *
     * @param line counted from 1
     * @param name without the prefix
     * @param value as written, n for {@code # X is not set}
     */
    void accept(int line, String name, String value);

    /** A line that says {@code # X is not set}. */
    default void unset(int line, String name) {
      accept(line, name, "n");
    }
  }

  /** Receives a line that sets nothing and is no comment. */
  @FunctionalInterface
  public interface Unexpected {
    /** A line that sets nothing. */
    void accept(int line, String data);
  }

  /** Visits all lines in order. */
  public void forEach(byte[] content, Entry entry, Unexpected unexpected) {
    int number = 0;
    int start = 0;
    while (start < content.length) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      String line = text(content, start, end);
      number++;
      if (!strict && line.isEmpty() && content[start] == 0) {
        unexpected.accept(number, line);
      } else {
        line(number, line, entry, unexpected);
      }
      start = end + 1;
    }
  }

  /** Without the line end, and only up to a NUL, as C sees it. */
  private static String text(byte[] content, int start, int newline) {
    int end = newline;
    if (newline < content.length && end > start && content[end - 1] == '\r') {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (content[i] == 0) {
        end = i;
      }
    }
    return ByteText.of(content, start, end - start);
  }

  private void line(int number, String line, Entry entry, Unexpected unexpected) {
    if (line.startsWith("#")) {
      unset(number, line, entry);
    } else if (line.startsWith(prefix) && line.indexOf('=', prefix.length()) >= 0) {
      int equals = line.indexOf('=', prefix.length());
      entry.accept(number, line.substring(prefix.length(), equals), line.substring(equals + 1));
    } else if (!line.isEmpty() && (strict || !line.startsWith(prefix))) {
      tell(number, line, unexpected);
    }
  }

  /** Up to 6.7 a carriage return ends what is told, wherever it stands. */
  private void tell(int number, String line, Unexpected unexpected) {
    int end = strict ? -1 : line.indexOf('\r');
    if (end != 0) {
      unexpected.accept(number, end < 0 ? line : line.substring(0, end));
    }
  }

  private void unset(int number, String line, Entry entry) {
    if (!line.startsWith("# ") || !line.startsWith(prefix, 2)) {
      return;
    }
    int nameStart = 2 + prefix.length();
    int space = line.indexOf(' ', nameStart);
    if (space < 0) {
      return;
    }
    String rest = line.substring(space + 1);
    if (strict ? rest.equals("is not set") : rest.startsWith("is not set")) {
      entry.unset(number, line.substring(nameStart, space));
    }
  }

  /**
   * The text between quotes, where a backslash protects the next byte; absent without a closing
   * quote.
   */
  public static @Nullable String unescape(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '"') {
        return text.toString();
      }
      if (c == '\\') {
        i++;
        if (i == quoted.length()) {
          return null;
        }
        c = quoted.charAt(i);
      }
      text.append(c);
    }
    return null;
  }

  /** The text between the quotes as it is; absent when the last character is none (U-Boot). */
  static @Nullable String betweenQuotes(String quoted) {
    return quoted.endsWith("\"") ? quoted.substring(1, Math.max(1, quoted.length() - 1)) : null;
  }

  /** A text in quotes, with backslashes before quotes and backslashes. */
  public static String escape(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
