package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Location;

/** Lines of readable text no wider than wanted, as far as words allow. */
final class Page {
  private static final int HANGING = 4;

  private final int width;
  private final StringBuilder text = new StringBuilder();

  Page(int width) {
    this.width = width;
  }

  /** A line of a byte string, which goes on further to the right when it is too long. */
  void line(int indent, String bytes) {
    wrap(indent, ByteText.readable(bytes));
  }

  /** A line with the place that it speaks of, which goes below when it does not fit. */
  void line(int indent, String bytes, Location location) {
    int end = wrap(indent, ByteText.readable(bytes));
    String place = ByteText.readable(location.toString());
    if (end + 2 + place.length() <= width) {
      text.setLength(text.length() - 1);
      put(2, place);
    } else {
      put(indent + HANGING, place);
    }
  }

  void blank() {
    if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
  }

  /** Returns the column where the last line ends. */
  private int wrap(int indent, String readable) {
    String rest = readable;
    int at = indent;
    while (at + rest.length() > width) {
      int space = breakBefore(rest, width - at);
      if (space <= 0) {
        break;
      }
      put(at, rest.substring(0, space));
      rest = rest.substring(space + 1);
      at = indent + HANGING;
    }
    put(at, rest);
    return at + rest.length();
  }

  /** The last space up to a column, or else the first; not one between a symbol and its value. */
  private static int breakBefore(String text, int column) {
    int last = -1;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      boolean beforeValue = text.startsWith("[", i + 1);
      if (!beforeValue && (i <= column || last <= 0)) {
        last = i;
      }
    }
    return last;
  }

  private void put(int indent, String readable) {
    text.repeat(' ', indent).append(readable).append('\n');
  }

  /** Everything, with a newline at the end of each line. */
  @Override
  public String toString() {
    return text.toString();
  }
}
