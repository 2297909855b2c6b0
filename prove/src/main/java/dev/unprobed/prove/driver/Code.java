package dev.unprobed.prove.driver;

import java.util.regex.Pattern;

/** Text of C without its comments, with every line where it was. */
record Code(String text) {
  /** Comments, and strings and characters in which there are none. */
  private static final Pattern TOKENS =
      Pattern.compile(
          "//[^\n]*|/\\*(?s:.*?)\\*/|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'");

  static Code of(String source) {
    return new Code(
        TOKENS
            .matcher(source)
            .replaceAll(match -> {
              String token = match.group();
              boolean comment = token.startsWith("/");
              // A string may hold the name of a macro too; nothing is asked about strings.
              return comment ? " " + "\n".repeat(lines(token)) : "\"\"";
            }));
  }

  private static int lines(String token) {
    return (int) token.chars().filter(c -> c == '\n').count();
  }

  /** The line of an offset, counted from 1. */
  int line(int offset) {
    return 1 + lines(text.substring(0, offset));
  }
}
