package dev.unprobed.kernel.kbuild;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a text can be, with the condition of each. The conditions exclude each other. */
final class Ways {
  /** More than that are one unknown text. */
  static final int MOST = 256;

  /** From so many on it is worth the time to see which of them cannot be. */
  private static final int MANY = 16;

  private Ways() {}

  static Map<String, Condition> of(List<Piece> pieces) {
    Map<String, Condition> ways = new LinkedHashMap<>();
    ways.put("", Condition.always());
    for (Piece piece : pieces) {
      ways = extended(ways, piece);
      if (ways.size() > MANY) {
        ways.values().removeIf(guard -> !Possible.is(guard));
      }
      if (ways.size() > MOST) {
        return Map.of(Unknowns.MARK, Condition.always());
      }
    }
    return ways;
  }

  private static Map<String, Condition> extended(Map<String, Condition> ways, Piece piece) {
    Map<String, Condition> longer = new LinkedHashMap<>();
    Condition absent = piece.guard().not();
    ways.forEach((text, guard) -> {
      put(longer, text + piece.text(), guard.and(piece.guard()));
      put(longer, text, guard.and(absent));
    });
    return longer;
  }

  private static void put(Map<String, Condition> ways, String text, Condition guard) {
    if (!guard.equals(Condition.never())) {
      ways.merge(text, guard, Condition::or);
    }
  }

  /** Under which the text is not empty. */
  static Condition present(List<Piece> pieces) {
    Condition present = Condition.never();
    for (Piece piece : pieces) {
      if (!piece.text().isBlank()) {
        present = present.or(piece.guard().and(Unknowns.certain(piece.text())));
      }
    }
    return present;
  }
}
