package dev.unprobed.kconfig.parse;

import dev.unprobed.kconfig.source.ByteText;
import dev.unprobed.kconfig.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Expands the macros of one line after the other, and remembers the last one that came to nothing:
 * it is the likely cause when a word is missing.
 */
final class MacroLine {
  private final MacroExpander macros;
  private final Lexer lexer;
  private @Nullable Buffer buffer;
  private int start;
  private int end = -1;
  private String text = "";
  private @Nullable Mark emptied;
  private @Nullable String undefined;

  MacroLine(MacroExpander macros, Lexer lexer) {
    this.macros = macros;
    this.lexer = lexer;
  }

  /** Expands the word at an offset; returns the offset behind it. */
  int expandWord(Buffer in, int at, StringBuilder out) {
    enter(in, at);
    macros.forgetUndefined();
    int behind = start + macros.expandToken(text, at - start, out, lexer);
    if (out.isEmpty()) {
      emptied = new Mark(in, at);
      undefined = macros.undefined();
    }
    return behind;
  }

  /** Expands what follows a dollar sign, with {@code at} behind it; returns the offset behind. */
  int expandDollar(Buffer in, int at, StringBuilder out) {
    enter(in, at);
    return start + macros.expandDollar(text, at - start, out, lexer);
  }

  /** The text is made once a line, for a line can have very many macros. */
  private void enter(Buffer in, int at) {
    if (in != buffer || at < start || at > end) {
      buffer = in;
      start = at;
      end = in.endOfLine(at);
      text = ByteText.of(in.bytes, start, end - start);
    }
  }

  /**
   * A diagnostic that points at the macro that came to nothing, if there was one in the line before
   * an offset.
   */
  @Nullable Diagnostic blame(Buffer in, int offset, String message) {
    Mark mark = emptied;
    if (mark == null || mark.buffer() != in || !sameLine(in, mark.offset(), offset)) {
      return null;
    }
    return undefined != null
        ? mark.diagnostic(
            "undefined-macro",
            "'" + undefined + "' is not defined, so there is nothing here: " + message,
            "define it before it is used, or set it in the environment")
        : mark.diagnostic("syntax", message, "this macro comes to nothing");
  }

  private static boolean sameLine(Buffer in, int from, int to) {
    return from <= to && in.endOfLine(from) >= to;
  }
}
