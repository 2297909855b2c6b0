package dev.unprobed.prove.check;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.value.Replay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Keeps a configuration for each bad situation, confirmed by the evaluator. */
final class Examples {
  private static final int MOST_VALUES = 8;

  private final Model model;
  private final Possibilities possibilities;
  private final Replay replay;
  private final Map<Integer, List<Question>> bad = new HashMap<>();
  private final Map<Question, Shown> shown = new HashMap<>();
  private int count;

  /** A configuration in which something bad happens, and the values that matter there. */
  record Shown(Example example, SequencedMap<String, String> values) {}

  Examples(Model model, Possibilities possibilities, Replay replay) {
    this.model = model;
    this.possibilities = possibilities;
    this.replay = replay;
  }

  /** Announces that it is bad for a literal to be true. */
  void want(int literal, Question question) {
    bad.computeIfAbsent(literal, key -> new ArrayList<>()).add(question);
  }

  /** Where a situation occurs, absent when it was not seen. */
  @Nullable Shown of(Question question) {
    return shown.get(question);
  }

  /** Confirms what is bad in the model that was found last. */
  void take(List<Integer> literals) {
    List<Question> now =
        literals.stream().flatMap(l -> bad.getOrDefault(l, List.of()).stream()).toList();
    if (now.isEmpty()) {
      return;
    }
    Witness witness = new Witness(model, possibilities::value);
    String lines = witness.lines(replay.prefix());
    Evaluation evaluation = replay.evaluate(lines);
    Single single = new Single(evaluation);
    Example example = new Example(++count, lines);
    for (Question question : now) {
      if (question.situation().applyAsInt(single) != Cnf.TRUE) {
        throw new IllegalStateException(
            "the evaluator does not confirm that " + question.message());
      }
      shown.put(question, new Shown(example, values(question, evaluation)));
    }
  }

  private static SequencedMap<String, String> values(Question question, Evaluation evaluation) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    SequencedSet<Symbol> symbols = new LinkedHashSet<>();
    symbols.add(question.symbol());
    question.about().forEach(expr -> collect(expr, symbols));
    symbols.stream()
        .filter(symbol -> !symbol.constant() && symbol.name() != null)
        .limit(MOST_VALUES)
        .forEach(symbol ->
            values.put(symbol.displayName(), symbol.defined() ? evaluation.text(symbol) : "n"));
    return values;
  }

  private static void collect(Expr expr, SequencedSet<Symbol> symbols) {
    switch (expr.kind()) {
      case AND, OR -> {
        collect(expr.left(), symbols);
        collect(expr.right(), symbols);
      }
      case NOT -> collect(expr.left(), symbols);
      case SYMBOL -> symbols.add(expr.leftSymbol());
      case EQUAL, UNEQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, RANGE -> {
        symbols.add(expr.leftSymbol());
        symbols.add(expr.rightSymbol());
      }
    }
  }
}
