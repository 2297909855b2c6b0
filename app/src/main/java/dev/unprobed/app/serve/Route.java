package dev.unprobed.app.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a path asks for. No path is ever a file's. */
sealed interface Route {
  /** The page. */
  record Page() implements Route {}

  /** The kernel and the names of boards. */
  record Overview() implements Route {}

  /** A board, by a name that is only looked up. */
  record Board(String name) implements Route {}

  /** A driver on a board; both names are only looked up. */
  record Driver(String board, String driver) implements Route {}

  /** The nodes of a board with a compatible; both names are only looked up. */
  record Node(String board, String compatible) implements Route {}

  /** A symbol. */
  record Why(String symbol) implements Route {}

  /** Values, of which the body tells. */
  record Change() implements Route {}

  String BOARD = "/api/board/";
  String DRIVER = "/api/driver/";
  String NODE = "/api/node/";
  String WHY = "/api/why/";
  int LONGEST_PATH = 1024;
  Pattern SYMBOL = Pattern.compile("[A-Za-z0-9_]{1,128}");
  Map<String, Route> FIXED =
      Map.of("/", new Page(), "/api/boards", new Overview(), "/api/set", new Change());

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
    if (path.startsWith(BOARD)) {
      return new Board(decoded(path.substring(BOARD.length())));
    }
    if (path.startsWith(DRIVER)) {
      List<String> names = names(path.substring(DRIVER.length()));
      return new Driver(names.getFirst(), names.getLast());
    }
    if (path.startsWith(NODE)) {
      List<String> names = names(path.substring(NODE.length()));
      return new Node(names.getFirst(), names.getLast());
    }
    if (path.startsWith(WHY) && SYMBOL.matcher(path.substring(WHY.length())).matches()) {
      return new Why(path.substring(WHY.length()));
    }
    throw new Refused(404, "there is nothing here");
  }

  /** A board and something on it. */
  private static List<String> names(String path) throws Refused {
    int slash = path.indexOf('/');
    if (slash < 0) {
      throw new Refused(404, "there is nothing here");
    }
    return List.of(decoded(path.substring(0, slash)), decoded(path.substring(slash + 1)));
  }

  private static String decoded(String name) throws Refused {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new Refused(400, "the path is not well formed");
    }
  }
}
