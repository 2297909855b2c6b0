package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Those functions of GNU make that only ask for texts, on texts under conditions. */
final class TextFunctions {
  private TextFunctions() {}

  /** What a function of a word and two texts makes of each word. */
  static List<Piece> pair(
      List<Piece> one,
      List<Piece> two,
      List<Piece> text,
      BiFunction<String, List<String>, String> function) {
    List<Word> result = new ArrayList<>();
    Map<String, Condition> left = Ways.of(one);
    Map<String, Condition> right = Ways.of(two);
    for (Word word : Word.split(text)) {
      left.forEach((a, first) ->
          right.forEach((b, second) -> {
            Condition guard = first.and(second).and(word.guard());
            String made = function.apply(word.text(), List.of(a, b));
            if (!guard.equals(Condition.never()) && !made.isEmpty()) {
              result.add(new Word(guard, made));
            }
          }));
    }
    return Word.join(result);
  }

  static List<Piece> each(List<Piece> text, UnaryOperator<String> function) {
    return Word.join(
        Word.split(text).stream()
            .map(word -> word.as(function.apply(word.text())))
            .filter(word -> !word.text().isEmpty())
            .toList());
  }

  static List<Piece> substitute(List<Piece> from, List<Piece> to, List<Piece> text) {
    boolean spaces = from.stream().anyMatch(piece -> piece.text().isBlank());
    if (!spaces) {
      return pair(
          from,
          to,
          text,
          (word, by) -> by.getFirst().isEmpty() ? word : word.replace(by.getFirst(), by.getLast()));
    }
    Map<String, Condition> result = new LinkedHashMap<>();
    Ways.of(text)
        .forEach((whole, guard) ->
            Ways.of(from)
                .forEach((a, first) ->
                    Ways.of(to)
                        .forEach((b, second) ->
                            result.merge(
                                a.isEmpty() ? whole : whole.replace(a, b),
                                guard.and(first).and(second),
                                Condition::or))));
    return pieces(result);
  }

  static List<Piece> pieces(Map<String, Condition> ways) {
    return ways.entrySet().stream()
        .filter(way -> !way.getKey().isEmpty() && !way.getValue().equals(Condition.never()))
        .map(way -> new Piece(way.getValue(), way.getKey()))
        .toList();
  }

  static List<Piece> find(List<Piece> what, List<Piece> text) {
    Map<String, Condition> found = new LinkedHashMap<>();
    Map<String, Condition> texts = Ways.of(text);
    Ways.of(what)
        .forEach((wanted, guard) ->
            texts.forEach((in, there) -> {
              if (in.contains(wanted)) {
                found.merge(wanted, guard.and(there), Condition::or);
              } else if (Unknowns.in(in)) {
                Condition unknown = Unknowns.condition(in);
                found.merge(wanted, guard.and(there).and(unknown), Condition::or);
              }
            }));
    return pieces(found);
  }

  static List<Piece> filter(List<Piece> patterns, List<Piece> text, boolean keep) {
    List<Word> by = Word.split(patterns);
    List<Word> result = new ArrayList<>();
    for (Word word : Word.split(text)) {
      Condition matched = Condition.never();
      for (Word pattern : by) {
        if (Patterns.matches(pattern.text(), word.text())) {
          matched = matched.or(pattern.guard());
        } else if (Unknowns.in(pattern.text())) {
          matched = matched.or(pattern.guard().and(Unknowns.condition(pattern.text())));
        }
      }
      Condition kept = keep ? matched : matched.not();
      if (Unknowns.in(word.text())) {
        kept = Condition.always();
      }
      Word left = word.under(kept);
      if (!left.guard().equals(Condition.never())) {
        result.add(left);
      }
    }
    return Word.join(result);
  }

  static List<Piece> sort(List<Piece> text) {
    Map<String, Condition> sorted = new TreeMap<>();
    Word.split(text).forEach(word -> sorted.merge(word.text(), word.guard(), Condition::or));
    List<Word> words = new ArrayList<>();
    sorted.forEach((word, guard) -> words.add(new Word(guard, word)));
    return Word.join(words);
  }

  static List<Piece> firstWord(List<Word> words) {
    Map<String, Condition> result = new LinkedHashMap<>();
    Condition none = Condition.always();
    for (Word word : words) {
      result.merge(word.text(), none.and(word.guard()), Condition::or);
      none = none.and(word.guard().not());
    }
    return pieces(result);
  }
}
