package dev.unprobed.kernel.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A macro of the preprocessor.
 *
 * @param parameters of one that is called like a function; the last may be {@code __VA_ARGS__}
 * @param body taken apart when it is needed
 */
record Macro(String name, boolean function, List<String> parameters, String body) {
  List<Token> tokens() {
    return Lexer.tokens(body);
  }

  /** What stands behind #define; nothing when it is no definition. */
  static List<Macro> parse(String text) {
    int end = Lexer.wordEnd(text, 0);
    if (end == 0) {
      return List.of();
    }
    String name = text.substring(0, end);
    if (end < text.length() && text.charAt(end) == '(') {
      int close = text.indexOf(')', end);
      return close < 0
          ? List.of()
          : List.of(
              new Macro(
                  name,
                  true,
                  parameters(text.substring(end + 1, close)),
                  text.substring(close + 1)));
    }
    return List.of(new Macro(name, false, List.of(), text.substring(end)));
  }

  private static List<String> parameters(String text) {
    List<String> parameters = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      if (name.equals("...")) {
        parameters.add("__VA_ARGS__");
      } else if (name.endsWith("...")) {
        parameters.add(name.substring(0, name.length() - 3).strip());
      } else if (!name.isEmpty()) {
        parameters.add(name);
      }
    }
    return parameters;
  }

  /** Whether the last parameter takes what is left. */
  boolean variadic() {
    return !parameters.isEmpty() && parameters.getLast().equals("__VA_ARGS__");
  }
}
