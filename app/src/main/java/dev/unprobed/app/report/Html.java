package dev.unprobed.app.report;

/** Puts HTML together. Texts and the values of attributes are escaped, names are not. */
final class Html {
  private final StringBuilder text = new StringBuilder(1 << 16);

  /** Opens an element; attributes come as name, value, name, value. */
  Html open(String name, String... attributes) {
    return tag(name, ">", attributes);
  }

  /** An element that never has a content. */
  Html empty(String name, String... attributes) {
    return tag(name, " />", attributes);
  }

  private Html tag(String name, String end, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
    text.append(end);
    return this;
  }

  Html close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** Text without an element of its own. */
  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** A whole element with text in it. */
  Html element(String name, String content, String... attributes) {
    return open(name, attributes).text(content).close(name);
  }

  /** The same on a line of its own. */
  Html line(String name, String content, String... attributes) {
    return element(name, content, attributes).newline();
  }

  Html newline() {
    text.append('\n');
    return this;
  }

  /** What is HTML, CSS or script already. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** What has a meaning in HTML becomes an entity; control characters, which HTML bans, go. */
  static String escaped(String content) {
    StringBuilder out = new StringBuilder(content.length() + 16);
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default -> out.append(Character.isISOControl(c) ? '\ufffd' : c);
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
