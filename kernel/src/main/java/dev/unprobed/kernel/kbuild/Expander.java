package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Expands texts of make to pieces under conditions. */
final class Expander {
  /** Deeper than any makefile goes that ends at all. */
  private static final int DEEPEST = 100;

  /** For one folder; the largest of the kernel needs some ten thousand. */
  private static final int MOST_PIECES = 4_000_000;

  private final Scope scope;
  private final Function<String, List<Piece>> symbols;
  private final Functions functions;
  private Line line = Scope.BUILT_IN;
  private int depth;
  private int pieces;

  /**
   * @param symbols what {@code $(CONFIG_…)} gives, by name without CONFIG_
   */
  Expander(
      Scope scope, TreeFiles files, Function<String, List<Piece>> symbols, Functions.Eval eval) {
    this.scope = scope;
    this.symbols = symbols;
    this.functions = new Functions(this, scope, files, eval);
  }

  /** The line that unknown texts are told of. */
  Line line() {
    return line;
  }

  void at(Line now) {
    line = now;
  }

  List<Piece> expand(String text) {
    List<Piece> result = new ArrayList<>();
    int start = 0;
    int dollar = text.indexOf('$');
    while (dollar >= 0) {
      literal(result, text, start, dollar);
      int end = References.end(text, dollar);
      reference(result, text.substring(dollar + 1, end));
      start = end;
      dollar = text.indexOf('$', start);
    }
    literal(result, text, start, text.length());
    return result;
  }

  private static void literal(List<Piece> result, String text, int from, int to) {
    if (from < to) {
      result.add(new Piece(Condition.always(), text.substring(from, to)));
    }
  }

  private void reference(List<Piece> result, String body) {
    if (body.startsWith("$")) {
      literal(result, "$", 0, 1);
    } else if (!body.isEmpty()) {
      boolean bracket = body.startsWith("(") || body.startsWith("{");
      String inner = bracket ? body.substring(1, Math.max(1, body.length() - 1)) : body;
      List<Piece> value = guarded(inner);
      pieces += value.size();
      result.addAll(value);
    }
  }

  private List<Piece> guarded(String inner) {
    if (depth >= DEEPEST || pieces > MOST_PIECES) {
      return unknown("$(" + inner + ") goes too deep");
    }
    depth++;
    try {
      return inner(inner);
    } finally {
      depth--;
    }
  }

  private List<Piece> inner(String inner) {
    String name = MakefileReader.firstWord(inner);
    if (Functions.known(name) && name.length() < inner.length()) {
      return functions.apply(name, inner.substring(name.length()).stripLeading());
    }
    int colon = References.indexOf(inner, ':', 0);
    int equals = colon < 0 ? -1 : References.indexOf(inner, '=', colon);
    return equals < 0
        ? variables(inner)
        : functions.substituted(
            variables(inner.substring(0, colon)),
            inner.substring(colon + 1, equals).strip(),
            inner.substring(equals + 1));
  }

  private List<Piece> variables(String nameText) {
    if (nameText.indexOf('$') < 0) {
      return value(nameText);
    }
    List<Piece> result = new ArrayList<>();
    for (Map.Entry<String, Condition> way : Ways.of(expand(nameText)).entrySet()) {
      if (Unknowns.in(way.getKey())) {
        result.add(new Piece(way.getValue(), way.getKey()));
      } else {
        value(way.getKey()).forEach(piece -> add(result, piece.under(way.getValue())));
      }
    }
    return result;
  }

  List<Piece> value(String name) {
    List<Piece> bound = scope.bound(name);
    if (bound != null) {
      return bound;
    }
    Variable variable = scope.find(name);
    if (variable != null) {
      return value(variable);
    }
    return name.startsWith("CONFIG_") ? symbols.apply(name.substring(7)) : List.of();
  }

  private List<Piece> value(Variable variable) {
    List<Piece> result = new ArrayList<>();
    for (Variable.Part part : variable.parts()) {
      if (!result.isEmpty()) {
        result.add(new Piece(Condition.always(), " "));
      }
      pieces(part).forEach(piece -> add(result, piece.under(part.guard())));
    }
    pieces += result.size();
    return result;
  }

  List<Piece> pieces(Variable.Part part) {
    return part.deferred() ? guardedText(part.text()) : part.pieces();
  }

  private List<Piece> guardedText(String text) {
    if (depth >= DEEPEST || pieces > MOST_PIECES) {
      return unknown("a text that goes too deep");
    }
    depth++;
    try {
      return expand(text);
    } finally {
      depth--;
    }
  }

  private static void add(List<Piece> pieces, Piece piece) {
    if (!piece.guard().equals(Condition.never())) {
      pieces.add(piece);
    }
  }

  List<Piece> unknown(String what) {
    return List.of(new Piece(Condition.always(), Unknowns.text(line, brief(what))));
  }

  private static String brief(String what) {
    String words =
        String.join(
                " ",
                Word.split(List.of(new Piece(Condition.always(), what))).stream()
                    .map(Word::text)
                    .toList())
            .replace(Unknowns.MARK, "?");
    return words.length() > 60 ? words.substring(0, 60) + "…" : words;
  }
}
