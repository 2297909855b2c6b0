package dev.unprobed.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request for changes: {@code {"set": ["PCI=m"], "board": "virt.dtb"}}.
 *
 * @param values each a symbol and a value
 * @param board empty for none
 */
record Wishes(List<String> values, String board) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST = 16;
  private static final int LONGEST_NAME = 512;
  private static final Pattern WISH =
      Pattern.compile("[A-Za-z0-9_]{1,128}=[A-Za-z0-9_.,:/@ -]{1,128}");

  static Wishes parse(byte[] body) throws Refused {
    JsonNode root;
    try {
      root = MAPPER.readTree(body);
    } catch (JacksonException _) {
      throw new Refused(400, "the body is not JSON");
    }
    JsonNode board = root.path("board");
    List<String> values = new ArrayList<>();
    for (JsonNode value : root.path("set")) {
      values.add(value.isString() ? value.stringValue() : "");
    }
    boolean sound =
        root.path("set").isArray()
            && (board.isMissingNode() || board.isString())
            && !values.isEmpty()
            && values.size() <= MOST
            && values.stream().allMatch(value -> WISH.matcher(value).matches());
    String name = board.isString() ? board.stringValue() : "";
    if (!sound || name.length() > LONGEST_NAME) {
      throw new Refused(400, "the body does not say what to set");
    }
    return new Wishes(List.copyOf(values), name);
  }
}
