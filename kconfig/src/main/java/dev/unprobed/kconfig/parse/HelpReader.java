package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.SourceFile;
import dev.unprobed.kconfig.tree.HelpText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a help text, and makes the text only when somebody asks for it. A help text is:
 * lines indented at least as far as its first one. The first indent is taken away, tabs count to
 * the next multiple of 8, trailing white space goes.
 */
final class HelpReader {
  private static final int TAB = 8;

  private final Buffer buffer;
  private final @Nullable StringBuilder text;
  private int firstIndent;
  private int lastIndent;
  private boolean sawText;

  private HelpReader(Buffer buffer, @Nullable StringBuilder text) {
    this.buffer = buffer;
    this.text = text;
  }

  /** Leaves the buffer at the first token after the help text. */
  static HelpText read(Buffer buffer) {
    SourceFile file = buffer.file;
    int start = buffer.at;
    boolean blank = new HelpReader(buffer, null).skip();
    return new HelpText(blank, () -> text(file, start));
  }

  private static String text(SourceFile file, int start) {
    Buffer again = new Buffer(file, null);
    again.at = start;
    StringBuilder text = new StringBuilder();
    new HelpReader(again, text).skip();
    return text.toString();
  }

  /** True when there was nothing but white space. */
  private boolean skip() {
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
    return !sawText;
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
    if (text != null) {
      text.append('\n');
    }
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
    if (text != null) {
      text.repeat(' ', columns - firstIndent);
    }
    return false;
  }

  private void content() {
    int end = buffer.endOfLine(buffer.at);
    int last = end;
    while (last > buffer.at && (buffer.bytes[last - 1] == ' ' || buffer.bytes[last - 1] == '\t')) {
      last--;
    }
    sawText |= !blank(buffer.at, last);
    if (text != null) {
      text.append(ByteText.of(buffer.bytes, buffer.at, last - buffer.at));
    }
    buffer.at = end;
    if (firstIndent == 0) {
      firstIndent = lastIndent;
    }
  }

  /** Form feeds and the like are text to the reader of lines, but not to people. */
  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = buffer.bytes[i];
      if (c != ' ' && (c < '\t' || c > '\r')) {
        return false;
      }
    }
    return true;
  }
}
