package dev.unprobed.board.boot;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of an alias: {@code *}, {@code ?} and sets as {@code [0-9A]}, as fnmatch() reads them
 * for modprobe. Time is the product of the lengths at worst.
 */
final class Glob {
  private final List<String> tokens = new ArrayList<>();

  Glob(String pattern) {
    for (int at = 0; at < pattern.length(); ) {
      int end = pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 1) : -1;
      String token = end < 0 ? pattern.substring(at, at + 1) : pattern.substring(at, end + 1);
      tokens.add(token);
      at += token.length();
    }
  }

  boolean matches(String text) {
    int token = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (token < tokens.size() && tokens.get(token).equals("*")) {
        star = token++;
        resume = at;
      } else if (token < tokens.size() && fits(tokens.get(token), text.charAt(at))) {
        token++;
        at++;
      } else if (star >= 0) {
        token = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return tokens.subList(token, tokens.size()).stream().allMatch("*"::equals);
  }

  private static boolean fits(String token, char c) {
    if (token.length() == 1) {
      return token.charAt(0) == '?' || token.charAt(0) == c;
    }
    for (int i = 1; i < token.length() - 1; i++) {
      boolean range = i + 2 < token.length() - 1 && token.charAt(i + 1) == '-';
      if (range ? c >= token.charAt(i) && c <= token.charAt(i + 2) : c == token.charAt(i)) {
        return true;
      }
      i += range ? 2 : 0;
    }
    return false;
  }
}
