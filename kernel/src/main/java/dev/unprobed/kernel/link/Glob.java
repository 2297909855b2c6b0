package dev.unprobed.kernel.link;

/** Names with wildcards as linker scripts have them (fnmatch without flags). */
record Glob(String pattern) {
  boolean isAll() {
    return pattern.equals("*");
  }

  boolean matches(String name) {
    return isPlain() ? pattern.equals(name) : matches(0, name, 0);
  }

  private boolean isPlain() {
    return pattern.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\');
  }

  /** One star at a time: only the last one seen has to be tried again. */
  private boolean matches(int from, String name, int at) {
    int p = from;
    int n = at;
    int star = -1;
    int mark = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = ++p;
        mark = n;
        continue;
      }
      int next = p < pattern.length() ? one(p, name.charAt(n)) : -1;
      if (next >= 0) {
        p = next;
        n++;
      } else if (star >= 0) {
        p = star;
        n = ++mark;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }

  /** Where the pattern goes on if its element there takes the character, else -1. */
  private int one(int p, char c) {
    char element = pattern.charAt(p);
    if (element == '?') {
      return p + 1;
    }
    if (element == '[' && pattern.indexOf(']', p + 2) > 0) {
      return set(p, c);
    }
    if (element == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return element == c ? p + 1 : -1;
  }

  private int set(int p, char c) {
    int end = pattern.indexOf(']', p + 2);
    boolean not = pattern.charAt(p + 1) == '!' || pattern.charAt(p + 1) == '^';
    boolean in = false;
    for (int i = p + (not ? 2 : 1); i < end; i++) {
      if (i + 2 < end && pattern.charAt(i + 1) == '-') {
        in |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
        i += 2;
      } else {
        in |= pattern.charAt(i) == c;
      }
    }
    return in == not ? -1 : end + 1;
  }
}
