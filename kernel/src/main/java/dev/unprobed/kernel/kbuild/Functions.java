package dev.unprobed.kernel.kbuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The functions of GNU make, on texts under conditions. */
final class Functions {
  /** Runs what {@code $(eval …)} makes. */
  interface Eval {
    void run(Line line, String text, Condition guard);
  }

  private static final int MOST_COUNTED = 24;

  private static final Map<String, Integer> ARGUMENTS =
      Map.ofEntries(
          Map.entry("subst", 3),
          Map.entry("patsubst", 3),
          Map.entry("strip", 1),
          Map.entry("findstring", 2),
          Map.entry("filter", 2),
          Map.entry("filter-out", 2),
          Map.entry("sort", 1),
          Map.entry("word", 2),
          Map.entry("words", 1),
          Map.entry("wordlist", 3),
          Map.entry("firstword", 1),
          Map.entry("lastword", 1),
          Map.entry("dir", 1),
          Map.entry("notdir", 1),
          Map.entry("suffix", 1),
          Map.entry("basename", 1),
          Map.entry("addsuffix", 2),
          Map.entry("addprefix", 2),
          Map.entry("join", 2),
          Map.entry("wildcard", 1),
          Map.entry("realpath", 1),
          Map.entry("abspath", 1),
          Map.entry("if", 3),
          Map.entry("or", 99),
          Map.entry("and", 99),
          Map.entry("foreach", 3),
          Map.entry("call", 99),
          Map.entry("value", 1),
          Map.entry("eval", 1),
          Map.entry("origin", 1),
          Map.entry("flavor", 1),
          Map.entry("error", 1),
          Map.entry("warning", 1),
          Map.entry("info", 1),
          Map.entry("shell", 1),
          Map.entry("file", 2),
          Map.entry("let", 3),
          Map.entry("intcmp", 5),
          Map.entry("guile", 1));
  private static final Set<String> SILENT = Set.of("error", "warning", "info", "file");

  private final Expander expander;
  private final Scope scope;
  private final TreeFiles files;
  private final Eval eval;

  Functions(Expander expander, Scope scope, TreeFiles files, Eval eval) {
    this.expander = expander;
    this.scope = scope;
    this.files = files;
    this.eval = eval;
  }

  static boolean known(String name) {
    return ARGUMENTS.containsKey(name);
  }

  List<Piece> apply(String name, String text) {
    List<String> arguments = References.arguments(text, ARGUMENTS.getOrDefault(name, 1));
    if (SILENT.contains(name)) {
      return List.of();
    }
    return switch (name) {
      case "if" -> choose(arguments);
      case "or" -> first(arguments);
      case "and" -> last(arguments);
      case "foreach" -> each(arguments);
      case "call" -> call(arguments);
      case "eval" -> evaluate(arguments.getFirst());
      case "shell", "let", "intcmp", "guile" -> expander.unknown("$(" + name + " " + text + ")");
      default -> plain(name, arguments.stream().map(expander::expand).toList());
    };
  }

  private static final List<Piece> NOTHING = List.of();

  private static List<Piece> at(List<List<Piece>> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : NOTHING;
  }

  private List<Piece> plain(String name, List<List<Piece>> a) {
    return switch (name) {
      case "subst" -> TextFunctions.substitute(at(a, 0), at(a, 1), at(a, 2));
      case "patsubst" -> TextFunctions.pair(at(a, 0), at(a, 1), at(a, 2), Patterns::substitute);
      case "strip" -> Word.join(Word.split(at(a, 0)));
      case "findstring" -> TextFunctions.find(at(a, 0), at(a, 1));
      case "filter" -> TextFunctions.filter(at(a, 0), at(a, 1), true);
      case "filter-out" -> TextFunctions.filter(at(a, 0), at(a, 1), false);
      case "sort" -> TextFunctions.sort(at(a, 0));
      case "word" -> range(at(a, 0), at(a, 0), at(a, 1));
      case "wordlist" -> range(at(a, 0), at(a, 1), at(a, 2));
      case "words" -> count(at(a, 0));
      case "firstword" -> TextFunctions.firstWord(Word.split(at(a, 0)));
      case "lastword" -> TextFunctions.firstWord(Word.split(at(a, 0)).reversed());
      case "dir" -> TextFunctions.each(at(a, 0), Patterns::folder);
      case "notdir" ->
          TextFunctions.each(at(a, 0), word -> word.substring(word.lastIndexOf('/') + 1));
      case "suffix" -> TextFunctions.each(at(a, 0), Patterns::suffix);
      case "basename" -> TextFunctions.each(at(a, 0), Patterns::base);
      case "addsuffix" ->
          TextFunctions.pair(at(a, 0), NOTHING, at(a, 1), (w, s) -> w + s.getFirst());
      case "addprefix" ->
          TextFunctions.pair(at(a, 0), NOTHING, at(a, 1), (w, s) -> s.getFirst() + w);
      case "wildcard" -> wildcard(at(a, 0));
      case "realpath", "abspath" -> at(a, 0);
      case "value" -> raw(at(a, 0));
      case "origin", "flavor" -> origin(name, at(a, 0));
      default -> expander.unknown("$(" + name + " …)");
    };
  }

  /** {@code $(NAME:from=to)}. */
  List<Piece> substituted(List<Piece> value, String from, String to) {
    boolean pattern = from.contains("%");
    List<Piece> left = expander.expand(pattern ? from : "%" + from);
    List<Piece> right = expander.expand(pattern ? to : "%" + to);
    return TextFunctions.pair(left, right, value, Patterns::substitute);
  }

  private List<Piece> range(List<Piece> from, List<Piece> to, List<Piece> text) {
    List<Word> words = Word.split(text);
    Map<String, Condition> first = Ways.of(from);
    Map<String, Condition> last = Ways.of(to);
    boolean fixed = words.stream().allMatch(word -> word.guard().equals(Condition.always()));
    if (!fixed || first.size() != 1 || last.size() != 1) {
      return expander.unknown("a word whose place depends on the configuration");
    }
    int start = number(first.keySet().iterator().next());
    int end = Math.min(number(last.keySet().iterator().next()), words.size());
    return start < 1 || start > end ? NOTHING : Word.join(words.subList(start - 1, end));
  }

  private static int number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }

  private List<Piece> count(List<Piece> text) {
    Map<Integer, Condition> counts = new TreeMap<>(Map.of(0, Condition.always()));
    for (Word word : Word.split(text)) {
      Map<Integer, Condition> more = new TreeMap<>();
      counts.forEach((count, guard) -> {
        more.merge(count + 1, guard.and(word.guard()), Condition::or);
        more.merge(count, guard.and(word.guard().not()), Condition::or);
      });
      more.values().removeIf(Condition.never()::equals);
      counts = more;
      if (counts.size() > MOST_COUNTED || Unknowns.in(word.text())) {
        return expander.unknown("how many words there are");
      }
    }
    Map<String, Condition> texts = new LinkedHashMap<>();
    counts.forEach((count, guard) -> texts.put(Integer.toString(count), guard));
    return TextFunctions.pieces(texts);
  }

  private List<Piece> wildcard(List<Piece> text) {
    List<Word> result = new ArrayList<>();
    for (Word word : Word.split(text)) {
      if (Unknowns.in(word.text())) {
        result.add(word);
      } else {
        files.matching(word.text()).forEach(file -> result.add(word.as(file)));
      }
    }
    return Word.join(result);
  }

  private List<Piece> raw(List<Piece> name) {
    Map<String, Condition> result = new LinkedHashMap<>();
    Ways.of(name)
        .forEach((way, guard) -> {
          Variable variable = scope.find(way.strip());
          if (variable != null) {
            variable
                .parts()
                .forEach(p -> result.merge(p.text(), guard.and(p.guard()), Condition::or));
          }
        });
    return TextFunctions.pieces(result);
  }

  private List<Piece> origin(String function, List<Piece> name) {
    Map<String, Condition> result = new LinkedHashMap<>();
    String there = function.equals("origin") ? "file" : "recursive";
    Ways.of(name)
        .forEach((way, guard) -> {
          Variable variable = scope.find(way.strip());
          Condition known = variable == null ? Condition.never() : variable.defined();
          result.merge(there, guard.and(known), Condition::or);
          result.merge("undefined", guard.and(known.not()), Condition::or);
        });
    return TextFunctions.pieces(result);
  }

  private List<Piece> choose(List<String> arguments) {
    Condition yes = Ways.present(expander.expand(arguments.getFirst().strip()));
    List<Piece> result = new ArrayList<>();
    branch(result, arguments, 1, yes);
    branch(result, arguments, 2, yes.not());
    return result;
  }

  private void branch(List<Piece> result, List<String> arguments, int index, Condition guard) {
    if (index < arguments.size() && !guard.equals(Condition.never())) {
      add(result, expander.expand(arguments.get(index)), guard);
    }
  }

  private static void add(List<Piece> result, List<Piece> pieces, Condition guard) {
    for (Piece piece : pieces) {
      Piece narrower = piece.under(guard);
      if (!narrower.guard().equals(Condition.never())) {
        result.add(narrower);
      }
    }
  }

  private List<Piece> first(List<String> arguments) {
    List<Piece> result = new ArrayList<>();
    Condition none = Condition.always();
    for (String argument : arguments) {
      List<Piece> pieces = expander.expand(argument.strip());
      Condition present = Ways.present(pieces);
      add(result, pieces, none.and(present));
      none = none.and(present.not());
      if (none.equals(Condition.never())) {
        break;
      }
    }
    return result;
  }

  private List<Piece> last(List<String> arguments) {
    Condition all = Condition.always();
    List<Piece> pieces = NOTHING;
    for (String argument : arguments) {
      pieces = expander.expand(argument.strip());
      all = all.and(Ways.present(pieces));
    }
    List<Piece> result = new ArrayList<>();
    add(result, pieces, all);
    return result;
  }

  private List<Piece> each(List<String> arguments) {
    if (arguments.size() < 3) {
      return NOTHING;
    }
    List<Piece> result = new ArrayList<>();
    String name = arguments.getFirst().strip();
    for (Word word : Word.split(expander.expand(arguments.get(1)))) {
      List<Piece> value = List.of(new Piece(Condition.always(), word.text()));
      scope.enter(new Scope.Frame(Map.of(name, value), false));
      try {
        add(result, expander.expand(arguments.get(2)), word.guard());
        result.add(new Piece(Condition.always(), " "));
      } finally {
        scope.leave();
      }
    }
    return result;
  }

  private List<Piece> call(List<String> arguments) {
    List<List<Piece>> values = arguments.stream().map(expander::expand).toList();
    List<Piece> result = new ArrayList<>();
    Ways.of(values.getFirst())
        .forEach((name, guard) -> add(result, called(name.strip(), values), guard));
    return result;
  }

  private List<Piece> called(String name, List<List<Piece>> values) {
    if (known(name) && !SILENT.contains(name)) {
      return plain(name, values.subList(1, values.size()));
    }
    Map<String, List<Piece>> bound = new HashMap<>();
    for (int i = 0; i < Math.min(values.size(), 10); i++) {
      bound.put(Integer.toString(i), values.get(i));
    }
    scope.enter(new Scope.Frame(bound, true));
    try {
      return expander.value(name);
    } finally {
      scope.leave();
    }
  }

  private List<Piece> evaluate(String text) {
    Ways.of(expander.expand(text)).forEach((way, guard) -> eval.run(expander.line(), way, guard));
    return NOTHING;
  }
}
