package dev.unprobed.kconfig.source;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the user can mend: where, what, and what to do about it. Rendered as
 *
 * <pre>
 * drivers/Kconfig:12:9: error[missing-source]: there is no file "drivers/nothing/Kconfig"
 *   source "drivers/nothing/Kconfig"
 *          ^
 *
 *   hint: ...
 * </pre>
 *
 * @param path the file, as the user knows it
 * @param line counted from 1, or 0 when the file as a whole is meant
 * @param column counted from 1, or 0 when the line as a whole is meant
 * @param check the stable name of the check, such as {@code missing-source}
 * @param message one sentence without a full stop
 * @param sourceLine the text of the line, absent when there is none to show
 * @param hint what to do, absent when the message says it all
 */
public record Diagnostic(
    String path,
    int line,
    int column,
    String check,
    String message,
    @Nullable String sourceLine,
    @Nullable String hint) {
  private static final int WIDEST_EXCERPT = 160;

  /** A diagnostic about a file as a whole. */
  public static Diagnostic ofFile(
      String path, String check, String message, @Nullable String hint) {
    return new Diagnostic(path, 0, 0, check, message, null, hint);
  }

  /** The same, pointing at the first word of its line in {@code file} if it showed none so far. */
  public Diagnostic in(SourceFile file) {
    if (line <= 0 || sourceLine != null) {
      return this;
    }
    String text = file.line(line);
    int start = 0;
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    return new Diagnostic(path, line, start + 1, check, message, text, hint);
  }

  /** The readable form, several lines without a newline at the end. */
  public String render() {
    StringBuilder text = new StringBuilder(readablePath());
    if (line > 0) {
      text.append(':').append(line).append(':').append(Math.max(column, 1));
    }
    text.append(": error[").append(check).append("]: ").append(ByteText.readable(lines(message)));
    if (sourceLine != null) {
      appendExcerpt(text, sourceLine);
    }
    if (hint != null) {
      text.append("\n\n  hint: ").append(ByteText.readable(hint));
    }
    return text.toString();
  }

  private String readablePath() {
    return ByteText.readable(printable(path));
  }

  private void appendExcerpt(StringBuilder text, String source) {
    int from =
        Math.max(0, Math.min(column - 1 - WIDEST_EXCERPT / 2, source.length() - WIDEST_EXCERPT));
    while (from > 0 && from < column - 1 && continues(source.charAt(from))) {
      from++;
    }
    String shown = source.substring(from, Math.min(source.length(), from + WIDEST_EXCERPT));
    text.append("\n  ").append(ByteText.readable(printable(shown)));
    if (column > 0 && column - 1 - from <= shown.length()) {
      text.append("\n  ").append(indentLike(shown.substring(0, column - 1 - from))).append('^');
    }
  }

  /** Texts of the user's are part of a message, which only we give line ends. */
  private static String lines(String message) {
    return Arrays.stream(message.split("\n", -1))
        .map(Diagnostic::printable)
        .collect(Collectors.joining("\n"));
  }

  /** Control characters would move the caret or the terminal; a tab stays. */
  private static String printable(String shown) {
    StringBuilder text = new StringBuilder(shown.length());
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      text.append(c < ' ' && c != '\t' || c == 0x7f ? '?' : c);
    }
    return text.toString();
  }

  /** Whether a byte is not the first one of a letter in UTF-8. */
  private static boolean continues(char c) {
    return (c & 0xc0) == 0x80;
  }

  private static String indentLike(String before) {
    StringBuilder indent = new StringBuilder(before.length());
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (!continues(c)) {
        indent.append(c == '\t' ? '\t' : ' ');
      }
    }
    return indent.toString();
  }
}
