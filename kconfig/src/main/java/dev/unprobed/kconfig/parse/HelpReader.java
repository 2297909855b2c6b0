package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.ByteText;

/**
 * Reads a help text: lines indented at least as far as its first one. The first indent is taken
 * away, tabs count to the next multiple of 8, trailing white space goes.
 */
final class HelpReader {
  private static final int TAB = 8;

  private final Buffer buffer;
  private final StringBuilder text = new StringBuilder();
  private int firstIndent;
  private int lastIndent;

  HelpReader(Buffer buffer) {
    this.buffer = buffer;
  }

  /** Leaves the buffer at the first token after the help text. */
  String read() {
    while (buffer.at < buffer.bytes.length) {
      int lineEnd = afterBlanks(buffer.at);
      if (buffer.byteAt(lineEnd) == '\n') {
        if (endOfLine(lineEnd)) {
          break;
        }
      } else if (lineEnd > buffer.at) {
        if (indent(lineEnd)) {
          break;
        }
      } else {
        content();
      }
    }
    return text.toString();
  }

  private int afterBlanks(int from) {
    int at = from;
    while (buffer.byteAt(at) == ' ' || buffer.byteAt(at) == '\t') {
      at++;
    }
    return at;
  }

  /**
   * Takes blanks and a newline; true when the next line is not indented, which ends the help text.
   */
  private boolean endOfLine(int newline) {
    buffer.at = newline + 1;
    buffer.line++;
    int next = buffer.byteAt(newline + 1);
    if (next >= 0 && next != ' ' && next != '\t' && next != '\n') {
      return true;
    }
    text.append('\n');
    return false;
  }

  /**
   * Takes the indent before a text; true when it is smaller than the first one, which ends the help
   * text.
   */
  private boolean indent(int end) {
    int columns = 0;
    for (int at = buffer.at; at < end; at++) {
      columns = buffer.bytes[at] == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
    }
    buffer.at = end;
    lastIndent = columns;
    if (firstIndent == 0) {
      return false;
    }
    if (columns < firstIndent) {
      return true;
    }
    text.repeat(' ', columns - firstIndent);
    return false;
  }

  private void content() {
    int end = buffer.endOfLine(buffer.at);
    int last = end;
    while (last > buffer.at && (buffer.bytes[last - 1] == ' ' || buffer.bytes[last - 1] == '\t')) {
      last--;
    }
    text.append(ByteText.of(buffer.bytes, buffer.at, last - buffer.at));
    buffer.at = end;
    if (firstIndent == 0) {
      firstIndent = lastIndent;
    }
  }
}
