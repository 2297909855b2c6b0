package dev.unprobed.kconfig.macro;

/**
 * Takes the place of a tree out of texts, so that a record made from one copy of a tree serves for
 * all. The path of the tree becomes {@code $(srctree)}, where it stands as a whole path or as the
 * start of one.
 */
final class TreePath {
  private static final String NAME = "$(srctree)";

  private final String path;

  /**
   * A tree.
   *
   * @param path as it appears in commands, a byte string; anything but an absolute path is never
   *     replaced
   */
  TreePath(String path) {
    this.path = path.length() > 1 && path.startsWith("/") ? path : "";
  }

  /** The text without the path. */
  String hide(String text) {
    if (path.isEmpty() || !text.contains(path)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
      if (at >= done && standsAlone(text, at)) {
        out.append(text, done, at).append(NAME);
        done = at + path.length();
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  /** The text with the path of this tree. */
  String show(String text) {
    return path.isEmpty() ? text : text.replace(NAME, path);
  }

  private boolean standsAlone(String text, int at) {
    int end = at + path.length();
    boolean starts = at == 0 || !isPathPart(text.charAt(at - 1)) && text.charAt(at - 1) != '/';
    return starts && (end == text.length() || !isPathPart(text.charAt(end)));
  }

  private static boolean isPathPart(char c) {
    return Character.isLetterOrDigit(c) || c >= 0x80 || "_.+-~".indexOf(c) >= 0;
  }
}
