package dev.unprobed.prove.model;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.Numbers;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All configurations of a small tree as {@code .config} texts, once out of the formula, and once by
 * trying every file. Each file has a line for every symbol that the user can ever see, or none for
 * it where that does not make too many files.
 */
final class AllConfigurations {
  private static final String PREFIX = "CONFIG_";
  private static final int MORE = 3;

  private final World world;
  private final Model model;
  private final List<Symbol> symbols;
  private final Engine engine;
  private final Map<Symbol, List<String>> more = new HashMap<>();

  AllConfigurations(World world) {
    this.world = world;
    model = Model.of(world.explainer().tree());
    symbols =
        model.symbols().stream().filter(symbol -> symbol.type() != SymbolType.UNKNOWN).toList();
    symbols.forEach(model::view);
    engine = new Engine(model.cnf(), new LogicNgSolver());
  }

  /**
   * Lets the user also type in texts that other symbols have, and random numbers: representatives
   * may not be too few.
   */
  void typeMore(Random random) {
    List<String> texts = new ArrayList<>(List.of(Integer.toString(random.nextInt(200) - 10)));
    for (Symbol symbol : symbols) {
      if (!symbol.type().logical()) {
        texts.addAll(model.view(symbol).texts().keySet());
      }
    }
    for (Symbol symbol : symbols) {
      if (!symbol.type().logical()) {
        Collections.shuffle(texts, random);
        List<String> some = new ArrayList<>(texts);
        some.removeAll(model.view(symbol).texts().keySet());
        some.removeIf(text -> !Numbers.valid(symbol.type(), text));
        more.put(symbol, some.stream().limit(MORE).toList());
      }
    }
  }

  /**
   * Whether the formula has a configuration, where a representative may stand for a number or
   * string. Only before {@link #byFormula}.
   */
  boolean has(String config) {
    Evaluation evaluation = world.evaluate(config);
    int[] literals =
        symbols.stream()
            .filter(symbol -> symbol.type().logical() || named(evaluation, symbol))
            .mapToInt(symbol -> model.view(symbol).is(evaluation.text(symbol)))
            .toArray();
    return engine.solve(Limit.NONE, literals) == Verdict.SATISFIABLE;
  }

  /** Whether every number and string of a configuration is one that the formula has. */
  boolean named(String config) {
    Evaluation evaluation = world.evaluate(config);
    return symbols.stream().allMatch(symbol -> named(evaluation, symbol));
  }

  private boolean named(Evaluation evaluation, Symbol symbol) {
    return model.view(symbol).is(evaluation.text(symbol)) != Cnf.FALSE;
  }

  /** How many symbols there are. */
  int size() {
    return symbols.size();
  }

  /** Out of the formula. */
  Set<String> byFormula() {
    Set<String> texts = new TreeSet<>();
    while (engine.solve(Limit.NONE) == Verdict.SATISFIABLE) {
      Witness witness = new Witness(model, engine::value);
      Evaluation evaluation = world.evaluate(witness.lines(PREFIX));
      int[] other = new int[symbols.size()];
      StringBuilder differences = new StringBuilder();
      for (int i = 0; i < other.length; i++) {
        Symbol symbol = symbols.get(i);
        String text = witness.text(symbol);
        other[i] = -model.view(symbol).is(text);
        if (!text.equals(evaluation.text(symbol))) {
          differences.append("formula only: ").append(symbol.name()).append('=').append(text);
        }
      }
      texts.add(differences + written(evaluation));
      model.cnf().add(other);
    }
    return texts;
  }

  /** What the evaluator makes of files, each by itself. */
  List<String> evaluated(List<String> files) {
    return files.stream().map(file -> written(world.evaluate(file))).toList();
  }

  /**
   * By trying: every file that comes back as it is, of those that files lead to.
   *
   * @param olddefconfig what becomes of files, each by itself
   */
  static Set<String> byTrying(List<String> files, UnaryOperator<List<String>> olddefconfig) {
    Map<String, String> next = new HashMap<>();
    List<String> todo = files;
    while (!todo.isEmpty()) {
      List<String> results = olddefconfig.apply(todo);
      Set<String> unknown = new TreeSet<>();
      for (int i = 0; i < results.size(); i++) {
        next.put(todo.get(i), results.get(i));
        unknown.add(results.get(i));
      }
      unknown.removeAll(next.keySet());
      todo = List.copyOf(unknown);
    }
    Set<String> fixed = new TreeSet<>(next.keySet());
    fixed.removeIf(file -> !file.equals(next.get(file)));
    return fixed;
  }

  /** Every file, absent when there are more than so many. */
  Optional<List<String>> files(int most) {
    for (boolean absent : new boolean[] {true, false}) {
      List<List<String>> choices = symbols.stream().map(symbol -> lines(symbol, absent)).toList();
      double count = choices.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
      if (count <= most) {
        return Optional.of(product(choices));
      }
    }
    return Optional.empty();
  }

  private List<String> lines(Symbol symbol, boolean absent) {
    // Up to 6.10 a choice listens to the lines of all its members.
    boolean heard = Visibility.prompted(symbol) || symbol.owner() != null;
    if (!heard || symbol.unwritten() || symbol.transitional()) {
      return List.of("");
    }
    List<String> lines = new ArrayList<>(absent ? List.of("") : List.of());
    List<String> values =
        switch (symbol.type()) {
          case BOOL -> List.of("n", "y");
          case TRISTATE -> List.of("n", "m", "y");
          case INT, HEX, STRING, UNKNOWN -> {
            List<String> texts = new ArrayList<>(model.view(symbol).texts().keySet());
            texts.addAll(more.getOrDefault(symbol, List.of()));
            yield texts;
          }
        };
    values.forEach(value -> lines.add(Witness.line(PREFIX, symbol, value)));
    return lines;
  }

  private static List<String> product(List<List<String>> choices) {
    List<String> files = List.of("");
    for (List<String> lines : choices) {
      List<String> longer = new ArrayList<>();
      files.forEach(file -> lines.forEach(line -> longer.add(file + line)));
      files = longer;
    }
    return files;
  }

  /**
   * Whether every number of a configuration is within its range. Up to 6.7 the formula may leave
   * the others out; see {@code docs/prove.md}.
   */
  boolean ranged(String file) {
    Evaluation evaluation = world.evaluate(file);
    return symbols.stream()
        .allMatch(symbol ->
            !evaluation.tree().generation().forgetsNumbersOutOfRange()
                || evaluation.visibility(symbol) == 0
                || evaluation.range(symbol) == null
                || evaluation.withinRange(symbol, evaluation.text(symbol)));
  }

  private static String written(Evaluation evaluation) {
    return new ConfigText(evaluation, PREFIX).dotConfig();
  }
}
