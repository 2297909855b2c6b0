package dev.unprobed.app.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Readable text, line by line, each broken at spaces where it would be too wide. */
public final class Lines {
  /** A space that is not the one between a symbol and its value: {@code A [=y]}. */
  private static final Pattern AFTER_A_WORD = Pattern.compile(" (?!\\[)");

  private final int width;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param width in columns; a word that is wider stays in one piece
   */
  public Lines(int width) {
    this.width = width;
  }

  /** A line as it is. */
  public Lines line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** An empty line. */
  public Lines empty() {
    return line("");
  }

  /**
   * A sentence, which may go on in further lines.
   *
   * @param first what stands before the first line
   * @param indent what stands before the others
   */
  public Lines words(String first, String indent, String words) {
    return items(first, indent, List.of(AFTER_A_WORD.split(words, -1)), "");
  }

  /** Items with commas between them. */
  public Lines list(String first, String indent, Collection<String> items) {
    return items(first, indent, items, ",");
  }

  private Lines items(String first, String indent, Collection<String> items, String separator) {
    StringBuilder line = new StringBuilder(broken(first, indent));
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

  /** Puts out what is too wide for one line and returns the rest. */
  private String broken(String words, String indent) {
    String rest = words;
    int space = rest.lastIndexOf(' ', width);
    while (rest.length() > width && !rest.substring(0, space + 1).isBlank()) {
      line(rest.substring(0, space));
      rest = indent + rest.substring(space + 1);
      space = rest.lastIndexOf(' ', width);
    }
    return rest;
  }

  /** All lines, each with a newline. */
  @Override
  public String toString() {
    return text.toString();
  }
}
