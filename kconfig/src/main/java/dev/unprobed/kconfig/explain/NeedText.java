package dev.unprobed.kconfig.explain;

import java.util.List;
import java.util.stream.Collectors;

/** What would have to change, in the language of Kconfig. */
final class NeedText {
  private NeedText() {}

  /** Such as {@code A [=n] && !B [=y]}; {@code A [=m] = y} where m is not enough. */
  static String of(Need need) {
    return of(need, false);
  }

  private static String of(Need need, boolean insideAnd) {
    return switch (need) {
      case Need.Atom atom -> of(atom);
      case Need.All all -> joined(all.needs(), " && ", true);
      case Need.Any any -> {
        String text = joined(any.needs(), " || ", false);
        yield insideAnd ? "(" + text + ")" : text;
      }
    };
  }

  private static String joined(List<Need> needs, String operator, boolean and) {
    return needs.stream().map(need -> of(need, and)).collect(Collectors.joining(operator));
  }

  private static String of(Need.Atom atom) {
    Term term = atom.term();
    boolean symbol = term.values().size() <= 1 && !term.expression().contains("=");
    if (!atom.least()) {
      return symbol ? "!" + term.text() : "!(" + term.text() + ")";
    }
    return term.text();
  }
}
