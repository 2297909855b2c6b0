package dev.unprobed.prove.model;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The configurations of a small tree, found in two ways: by its formula, and by giving files to the
 * evaluator until it gives one back as it is.
 */
final class FixedPoints {
  private static final String PREFIX = "CONFIG_";

  private final World world;
  private final Model model;
  private final List<Symbol> symbols;
  private final Engine engine;
  private int solutions;

  FixedPoints(World world) {
    this.world = world;
    model = Model.of(world.explainer().tree());
    symbols =
        model.symbols().stream().filter(symbol -> symbol.type() != SymbolType.UNKNOWN).toList();
    symbols.forEach(model::view);
    engine = new Engine(model.cnf(), new LogicNgSolver());
  }

  /** Random configurations of the formula, as the files that they are. */
  List<String> configurations(Random random, int count) {
    List<String> configurations = new ArrayList<>();
    while (configurations.size() < count) {
      engine.shuffle(random);
      if (engine.solve(Limit.NONE) != Verdict.SATISFIABLE) {
        break;
      }
      Evaluation evaluation = world.evaluate(new Witness(model, engine::value).lines(PREFIX));
      configurations.add(new ConfigText(evaluation, PREFIX).dotConfig());
    }
    return configurations;
  }

  /** How many configurations the formula gave. */
  int solutions() {
    return solutions;
  }

  /**
   * Every configuration of the formula, up to a number of them, comes back from the evaluator.
   *
   * @return what is wrong, absent when nothing is
   */
  @Nullable String unsound(Random random, int most) {
    while (solutions < most) {
      engine.shuffle(random);
      if (engine.solve(Limit.NONE) != Verdict.SATISFIABLE) {
        return null;
      }
      solutions++;
      Witness witness = new Witness(model, engine::value);
      String lines = witness.lines(PREFIX);
      Map<Symbol, String> values = new LinkedHashMap<>();
      symbols.forEach(symbol -> values.put(symbol, witness.text(symbol)));
      String difference = replay(values, lines);
      if (difference != null) {
        return difference;
      }
      int[] clause = values.entrySet().stream().mapToInt(value -> -literal(value)).toArray();
      model.cnf().add(clause);
    }
    return null;
  }

  private @Nullable String replay(Map<Symbol, String> values, String lines) {
    Evaluation evaluation = world.evaluate(lines);
    String written = new ConfigText(evaluation, PREFIX).dotConfig();
    for (int round = 0; round < 2; round++) {
      for (Map.Entry<Symbol, String> value : values.entrySet()) {
        String actual = evaluation.text(value.getKey());
        if (!actual.equals(value.getValue())) {
          return "the formula has %s=%s, the evaluator %s (round %d), for\n%s"
              .formatted(value.getKey(), value.getValue(), actual, round, lines);
        }
      }
      evaluation = world.evaluate(written);
      String again = new ConfigText(evaluation, PREFIX).dotConfig();
      if (!again.equals(written)) {
        return "no fixed point:\n%s\nbecame\n%s".formatted(written, again);
      }
    }
    return null;
  }

  private int literal(Map.Entry<Symbol, String> value) {
    return model.view(value.getKey()).is(value.getValue());
  }

  /**
   * Files that the evaluator gives back as they are satisfy the formula.
   *
   * @return what is wrong, absent when nothing is
   */
  @Nullable String incomplete(Random random, int most) {
    for (int files = 0; files < most; files++) {
      String config = randomFile(random);
      Evaluation evaluation = world.evaluate(config);
      String written = new ConfigText(evaluation, PREFIX).dotConfig();
      for (int round = 0; round < 4; round++) {
        evaluation = world.evaluate(written);
        String again = new ConfigText(evaluation, PREFIX).dotConfig();
        if (again.equals(written)) {
          String missing = missing(evaluation, written);
          if (missing != null) {
            return missing;
          }
          break;
        }
        written = again;
      }
    }
    return null;
  }

  private @Nullable String missing(Evaluation evaluation, String config) {
    List<Integer> assumptions = new ArrayList<>();
    for (Symbol symbol : symbols) {
      if (!ranged(evaluation, symbol)) {
        return null;
      }
      int literal = model.view(symbol).is(evaluation.text(symbol));
      // A number or string for which there is only a representative.
      if (literal != Cnf.FALSE || symbol.type().logical()) {
        assumptions.add(literal);
      }
    }
    int[] all = assumptions.stream().mapToInt(Integer::intValue).toArray();
    return engine.solve(Limit.NONE, all) == Verdict.SATISFIABLE
        ? null
        : "the formula does not have\n" + config;
  }

  /**
   * Up to 6.7 a range without numbers leaves values behind that belong to no value of the symbol.
   */
  private static boolean ranged(Evaluation evaluation, Symbol symbol) {
    return !evaluation.tree().generation().forgetsNumbersOutOfRange()
        || evaluation.visibility(symbol) == 0
        || evaluation.range(symbol) == null
        || evaluation.withinRange(symbol, evaluation.text(symbol));
  }

  private String randomFile(Random random) {
    StringBuilder lines = new StringBuilder();
    for (Symbol symbol : symbols) {
      List<String> texts = new ArrayList<>(model.view(symbol).texts().keySet());
      if (symbol.type() == SymbolType.INT) {
        texts.add(Integer.toString(random.nextInt(200) - 10));
      }
      if (random.nextInt(8) > 0) {
        String text = texts.get(random.nextInt(texts.size()));
        lines.append(Witness.line(PREFIX, symbol, text));
      }
    }
    return lines.toString();
  }
}
