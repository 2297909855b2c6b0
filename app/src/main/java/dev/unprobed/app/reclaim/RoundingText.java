package dev.unprobed.app.reclaim;

import dev.unprobed.reclaim.layout.Rounding;
import dev.unprobed.reclaim.layout.Rounding.Result;

/** What rounding to pages costs, for people. */
final class RoundingText {
  private RoundingText() {}

  static String of(Rounding rounding) {
    StringBuilder text = new StringBuilder();
    if (rounding.results().isEmpty()) {
      return "";
    }
    text.append(
        "%-28s %-22s %12s %12s %12s%n".formatted("board", "order", "leaves", "given back", "lost"));
    for (Result result : rounding.results()) {
      text.append(
          "%-28s %-22s %,12d %,12d %,12d%n"
              .formatted(
                  result.board(),
                  result.way().words(),
                  result.leaving(),
                  result.freed(),
                  result.lost()));
    }
    return text.toString();
  }
}
