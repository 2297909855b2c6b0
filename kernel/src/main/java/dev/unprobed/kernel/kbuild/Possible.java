package dev.unprobed.kernel.kbuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether any configuration has a condition hold, by trying them all. */
final class Possible {
  /** 3 to the power of it are tried. */
  private static final int MOST_SYMBOLS = 6;

  private static final List<String> VALUES = List.of("n", "m", "y");

  private Possible() {}

  /** True also where there would be too much to try. */
  static boolean is(Condition condition) {
    List<String> symbols = List.copyOf(condition.symbols());
    return symbols.size() > MOST_SYMBOLS
        || !Conditions.onlySwitches(condition)
        || any(condition, symbols, new HashMap<>());
  }

  private static boolean any(Condition condition, List<String> left, Map<String, String> values) {
    if (left.isEmpty()) {
      return condition.holds(symbol -> values.getOrDefault(symbol, "n"));
    }
    for (String value : VALUES) {
      values.put(left.getFirst(), value);
      if (any(condition, left.subList(1, left.size()), values)) {
        return true;
      }
    }
    return false;
  }
}
