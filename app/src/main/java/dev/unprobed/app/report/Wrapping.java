package dev.unprobed.app.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrapping {
  private Wrapping() {}

  /**
   * Lines of at most so many columns, unless a word is longer; a space after a space stays.
   *
   * @param start what the first line begins with
   * @param indent what the others begin with
   */
  static List<String> lines(String start, String indent, String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(start);
    boolean empty = true;
    for (String word : words.split("(?<=\\S) ", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
