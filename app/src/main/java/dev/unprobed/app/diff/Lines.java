package dev.unprobed.app.diff;

import java.util.Collection;

/** Text of limited width, line by line. */
final class Lines {
  private final int width;
  private final StringBuilder text = new StringBuilder();

  Lines(int width) {
    this.width = width;
  }

  /** A line as it is. */
  Lines line(String line) {
    text.append(line).append('\n');
    return this;
  }

  Lines empty() {
    return line("");
  }

  /**
   * Words that are broken between lines.
   *
   * @param first what stands before the first line
   * @param indent what stands before the others
   */
  Lines words(String first, String indent, String words) {
    return items(first, indent, java.util.List.of(words.split(" ", -1)), "");
  }

  /** Items with commas between them. */
  Lines list(String first, String indent, Collection<String> items) {
    return items(first, indent, items, ",");
  }

  private Lines items(String first, String indent, Collection<String> items, String separator) {
    StringBuilder line = new StringBuilder(first);
    int left = items.size();
    boolean fresh = true;
    for (String item : items) {
      String word = --left > 0 ? item + separator : item;
      if (!fresh && line.length() + 1 + word.length() > width) {
        line(line.toString());
        line = new StringBuilder(indent);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    return line(line.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
