package dev.unprobed.kernel.kbuild;

/**
 * Stands for a text that nobody can know, such as what a shell says: a mark, the line and what it
 * was, without spaces, so that it goes through lists as one word.
 */
final class Unknowns {
  static final String MARK = "\uFFFC";
  private static final char SPACE = '\uFFFD';

  private Unknowns() {}

  static String text(Line line, String what) {
    return MARK + line + "|" + what.replace(' ', SPACE) + MARK;
  }

  static boolean in(String text) {
    return text.contains(MARK);
  }

  /** Always for a text that is known, else that the unknown one is not empty. */
  static Condition certain(String text) {
    return in(text) ? condition(text) : Condition.always();
  }

  static Condition condition(String text) {
    Remark remark = remark(text);
    return new Condition.Unknown(remark.line(), remark.text(), true);
  }

  static Remark remark(String text) {
    int start = text.indexOf(MARK) + 1;
    int end = text.indexOf(MARK, start);
    String inner = end < 0 ? "" : text.substring(start, end);
    int bar = inner.indexOf('|');
    int colon = inner.lastIndexOf(':', Math.max(bar, 0));
    if (bar < 0 || colon < 0) {
      return new Remark(new Line("", 0), "too many possibilities");
    }
    String number = inner.substring(colon + 1, bar);
    return new Remark(
        new Line(inner.substring(0, colon), Integer.parseInt(number)),
        inner.substring(bar + 1).replace(SPACE, ' '));
  }
}
