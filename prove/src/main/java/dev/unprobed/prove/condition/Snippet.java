package dev.unprobed.prove.condition;

import dev.unprobed.kconfig.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * A part of one line of text, and where that line is.
 *
 * @param path what the user knows the text by: a file, or such as {@code --when}
 * @param line counted from 1
 * @param text the whole line, a byte string
 * @param from where the part begins in it, counted from 0
 * @param to where the part ends, exclusive
 */
public record Snippet(String path, int line, String text, int from, int to) {
  /** A text that is one line and one part. */
  public static Snippet of(String path, String text) {
    return new Snippet(path, 1, text, 0, text.length());
  }

  /** The part itself. */
  public String part() {
    return text.substring(from, to);
  }

  /**
   * Something is wrong with the line.
   *
   * @param at which character, counted from 0
   */
  public Diagnostic error(int at, String check, String message, @Nullable String hint) {
    return new Diagnostic(path, line, at + 1, check, message, text, hint);
  }
}
