package dev.unprobed.app.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** What a path asks for. No path is ever a file's. */
sealed interface Route {
  /** A part of the page. */
  record Part(Page.Resource resource) implements Route {}

  /** The kernel and the names of boards. */
  record Overview() implements Route {}

  /** A board, by a name that is only looked up. */
  record Board(String name) implements Route {}

  /** A symbol. */
  record Why(String symbol) implements Route {}

  /** Values, of which the body tells. */
  record Change() implements Route {}

  String BOARD = "/api/board/";
  String WHY = "/api/why/";
  int LONGEST_PATH = 1024;
  Pattern SYMBOL = Pattern.compile("[A-Za-z0-9_]{1,128}");
  Map<String, Route> FIXED = Map.of("/api/boards", new Overview(), "/api/set", new Change());

  /**
   * What a request asks for.
   *
   * @param path after the token
   * @throws Refused when there is nothing of that name, or it is asked for in another way
   */
  static Route of(String method, String path) throws Refused {
    if (path.length() > LONGEST_PATH) {
      throw new Refused(414, "the path is too long");
    }
    Route route = named(path);
    if (!method.equals(route instanceof Change ? "POST" : "GET")) {
      throw new Refused(405, "this is not the method");
    }
    return route;
  }

  private static Route named(String path) throws Refused {
    Route fixed = FIXED.get(path);
    if (fixed != null) {
      return fixed;
    }
    Page.Resource part = Page.PARTS.get(path);
    if (part != null) {
      return new Part(part);
    }
    if (path.startsWith(BOARD)) {
      return new Board(decoded(path.substring(BOARD.length())));
    }
    if (path.startsWith(WHY) && SYMBOL.matcher(path.substring(WHY.length())).matches()) {
      return new Why(path.substring(WHY.length()));
    }
    throw new Refused(404, "there is nothing here");
  }

  private static String decoded(String name) throws Refused {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new Refused(400, "the path is not well formed");
    }
  }
}
