package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.List;

/** Finds the ends of {@code $(…)} and what is at the top level of a text. */
final class References {
  private References() {}

  /** Behind the reference that starts with the dollar there. */
  static int end(String text, int dollar) {
    int open = dollar + 1;
    if (open >= text.length()) {
      return text.length();
    }
    char bracket = text.charAt(open);
    if (bracket != '(' && bracket != '{') {
      return open + 1;
    }
    char close = bracket == '(' ? ')' : '}';
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == bracket) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Where a character first is outside of all brackets; negative when nowhere. */
  static int indexOf(String text, char wanted, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == wanted && depth == 0) {
        return i;
      }
      if (c == '(' || c == '{') {
        depth++;
      } else if (c == ')' || c == '}') {
        depth--;
      }
    }
    return -1;
  }

  /** The parts between commas that are outside of all brackets, at most so many. */
  static List<String> arguments(String text, int most) {
    List<String> arguments = new ArrayList<>();
    int start = 0;
    while (arguments.size() < most - 1) {
      int comma = indexOf(text, ',', start);
      if (comma < 0) {
        break;
      }
      arguments.add(text.substring(start, comma));
      start = comma + 1;
    }
    arguments.add(text.substring(start));
    return arguments;
  }
}
