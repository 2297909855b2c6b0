package dev.unprobed.kernel.source;

/**
 * A token of C.
 *
 * @param text of a string what is between the quotes, with escapes as they are written
 * @param painted whether no macro of that name may be expanded any more
 */
record Token(Kind kind, String text, boolean painted) {
  enum Kind {
    WORD,
    STRING,
    NUMBER,
    MARK,
    END
  }

  static final Token END = new Token(Kind.END, "", true);
  private static final Token[] MARKS = new Token[128];

  static {
    for (int i = 0; i < MARKS.length; i++) {
      MARKS[i] = new Token(Kind.MARK, Character.toString(i), true);
    }
  }

  static Token mark(char c) {
    return c < MARKS.length ? MARKS[c] : new Token(Kind.MARK, Character.toString(c), true);
  }

  static Token word(String text) {
    return new Token(Kind.WORD, text, false);
  }

  Token paint() {
    return painted ? this : new Token(kind, text, true);
  }

  boolean is(char mark) {
    return kind == Kind.MARK && text.length() == 1 && text.charAt(0) == mark;
  }

  boolean isMark(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
