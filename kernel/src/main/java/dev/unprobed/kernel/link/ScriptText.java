package dev.unprobed.kernel.link;

import dev.unprobed.kernel.bytes.MalformedInput;

/** A linker script, one token after the other; white space and comments are no tokens. */
final class ScriptText {
  private static final int MOST_NESTED = 500;

  private final String path;
  private final String text;
  private int at;
  private int depth;

  ScriptText(String path, String text) {
    this.path = path;
    this.text = text;
  }

  boolean atEnd() {
    skip();
    return at >= text.length();
  }

  /** Whether this comes next, as characters. */
  boolean sees(String token) {
    skip();
    return text.startsWith(token, at);
  }

  /** Takes it if it comes next. */
  boolean takes(String token) {
    boolean there = sees(token);
    at += there ? token.length() : 0;
    return there;
  }

  void demand(String token) {
    if (!takes(token)) {
      throw malformed("expected '" + token + "'");
    }
  }

  /** Takes one character, whatever it is. */
  char character() {
    if (at >= text.length()) {
      throw malformed("the script ends here");
    }
    return text.charAt(at++);
  }

  /** A name where names are meant, with wildcards; empty when none comes next. */
  String name() {
    skip();
    int start = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A name or number in an expression; empty when none comes next. */
  String word() {
    skip();
    int start = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** The operator of an assignment, such as += ; empty when none comes next, which == is not. */
  String assignment() {
    skip();
    int end = at;
    while (end < text.length() && end - at < 3 && "+-*/<>&|^=".indexOf(text.charAt(end)) >= 0) {
      end++;
      if (text.charAt(end - 1) == '=') {
        break;
      }
    }
    String operator = text.substring(at, end);
    boolean comparison = operator.equals("=") && text.startsWith("==", at);
    if (!operator.endsWith("=") || comparison || operator.equals("<=") || operator.equals(">=")) {
      return "";
    }
    at = end;
    return operator;
  }

  /** From an opening parenthesis over the closing one. */
  void skipParentheses() {
    demand("(");
    int open = 1;
    while (open > 0) {
      if (atEnd()) {
        throw malformed("expected ')'");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        skipQuoted();
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
  }

  void enter() {
    if (++depth > MOST_NESTED) {
      throw malformed("nested too deeply");
    }
  }

  void leave() {
    depth--;
  }

  MalformedInput malformed(String message) {
    return new MalformedInput(path, at, "linker-script", message, null);
  }

  private void skipQuoted() {
    int end = text.indexOf('"', at);
    if (end < 0) {
      throw malformed("expected '\"'");
    }
    at = end + 1;
  }

  private void skip() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }

  private static boolean isOfName(char c) {
    return isOfWord(c) || "*?[]+-/\\~^!@".indexOf(c) >= 0;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
  }
}
