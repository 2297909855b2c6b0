package dev.unprobed.app.manual;

import java.util.regex.Pattern;

/** Text in the macros of man(7): each call adds whole lines. */
final class Roff {
  private static final Pattern FORMAT = Pattern.compile("%n|%%");

  private final StringBuilder page = new StringBuilder();

  /** Takes care of what troff would read as its own: backslashes, dashes, and first characters. */
  static String escape(String text) {
    String plain =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("~", "\\(ti")
            .replace("^", "\\(ha")
            .replace("`", "\\(ga");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }

  static String bold(String text) {
    return "\\fB" + escape(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + escape(text) + "\\fR";
  }

  /** What picocli would print of a text that it formats. */
  static String formatted(String text) {
    return FORMAT.matcher(text).replaceAll(m -> m.group().equals("%n") ? "\n" : "%");
  }

  Roff macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(argument.replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
    return this;
  }

  /** A line that is marked up already. */
  Roff line(String marked) {
    page.append(marked).append('\n');
    return this;
  }

  /** Paragraphs; lines that start with a space, or come in a row after one, stay as they are. */
  Roff text(String text) {
    boolean asIs = false;
    for (String line : formatted(text).split("\n", -1)) {
      boolean indented = line.startsWith("  ");
      if (indented != asIs) {
        macro(indented ? "nf" : "fi");
        asIs = indented;
      }
      if (!line.isBlank()) {
        line(escape(indented ? line : line.strip()));
      }
    }
    return asIs ? macro("fi") : this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
