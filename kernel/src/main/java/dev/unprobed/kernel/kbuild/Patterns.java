package dev.unprobed.kernel.kbuild;

import java.util.List;

/** Words with a {@code %} in them, and parts of file names, as make understands them. */
final class Patterns {
  private Patterns() {}

  static boolean matches(String pattern, String word) {
    int percent = pattern.indexOf('%');
    return percent < 0
        ? pattern.equals(word)
        : word.length() >= pattern.length() - 1
            && word.startsWith(pattern.substring(0, percent))
            && word.endsWith(pattern.substring(percent + 1));
  }

  /**
   * @param by a pattern and what replaces it
   */
  static String substitute(String word, List<String> by) {
    String pattern = by.getFirst().strip();
    String to = by.getLast();
    if (!matches(pattern, word)) {
      return word;
    }
    int percent = pattern.indexOf('%');
    if (percent < 0) {
      return to;
    }
    String stem = word.substring(percent, word.length() - (pattern.length() - percent - 1));
    int place = to.indexOf('%');
    return place < 0 ? to : to.substring(0, place) + stem + to.substring(place + 1);
  }

  static String folder(String word) {
    int slash = word.lastIndexOf('/');
    return slash < 0 ? "./" : word.substring(0, slash + 1);
  }

  static String suffix(String word) {
    int dot = word.lastIndexOf('.');
    return dot <= word.lastIndexOf('/') ? "" : word.substring(dot);
  }

  static String base(String word) {
    return word.substring(0, word.length() - suffix(word).length());
  }
}
