package dev.unprobed.prove.value;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;

/** Finds the values of symbols over all configurations in which a condition holds. Use once. */
public final class Survey {
  private static final int GROUP = 100;
  private static final int DULL_MODELS = 3;

  private final Model model;
  private final Engine engine;
  private final int condition;
  private final Replay replay;
  private final Limit limit;
  private final Random random = new Random(1);
  private final List<Question> open = new ArrayList<>();
  private final Map<Symbol, SequencedSet<String>> found = new LinkedHashMap<>();
  private final Map<Symbol, SequencedSet<String>> undecided = new LinkedHashMap<>();
  private int models;

  /** Whether a symbol can have a value. */
  private record Question(Symbol symbol, String text, int literal) {}

  /**
   * For one condition.
   *
   * @param condition a literal of the model's formula
   */
  public Survey(Model model, int condition, Replay replay, Limit limit) {
    this.model = model;
    this.condition = condition;
    this.replay = replay;
    this.limit = limit;
    engine = new Engine(model.cnf(), new LogicNgSolver());
  }

  /** Whether any configuration satisfies the condition. */
  public Verdict satisfiable() {
    return engine.solve(limit, condition);
  }

  /** How many configurations were looked at, each of which the evaluator confirmed. */
  public int models() {
    return models;
  }

  /** The values of these symbols, in their order. The condition has to be satisfiable. */
  public List<Possible> of(List<Symbol> symbols) {
    for (Symbol symbol : symbols) {
      found.put(symbol, new LinkedHashSet<>());
      model.view(symbol).texts().forEach((text, is) -> open.add(new Question(symbol, text, is)));
    }
    lookAround();
    while (!open.isEmpty() && !limit.reached()) {
      settleGroup();
    }
    for (Question question : open) {
      undecided.computeIfAbsent(question.symbol, key -> new LinkedHashSet<>()).add(question.text);
    }
    return symbols.stream().map(this::possible).toList();
  }

  private Possible possible(Symbol symbol) {
    SequencedSet<String> values = new LinkedHashSet<>(model.view(symbol).texts().keySet());
    values.retainAll(found.getOrDefault(symbol, new LinkedHashSet<>()));
    return new Possible(symbol, values, undecided.getOrDefault(symbol, new LinkedHashSet<>()));
  }

  /** Random models, for as long as they show much that is new. */
  private void lookAround() {
    int dull = 0;
    while (dull < DULL_MODELS && !open.isEmpty()) {
      int before = open.size();
      engine.shuffle(random);
      if (engine.solve(limit, condition) != Verdict.SATISFIABLE) {
        return;
      }
      take();
      dull = before - open.size() > before / 50 ? 0 : dull + 1;
    }
  }

  /** Answers questions that no model has answered, several at once. */
  private void settleGroup() {
    List<Question> group = List.copyOf(open.subList(0, Math.min(GROUP, open.size())));
    int[] any = new int[group.size() + 1];
    for (int i = 0; i < group.size(); i++) {
      any[i] = group.get(i).literal;
    }
    open.forEach(this::prefer);
    int ask = model.cnf().newInput();
    any[group.size()] = -ask;
    model.cnf().add(any);
    switch (engine.solve(limit, condition, ask)) {
      case SATISFIABLE -> take();
      case UNSATISFIABLE -> open.subList(0, group.size()).clear();
      case UNKNOWN -> {}
    }
    model.cnf().add(-ask);
  }

  /** Lets the next model answer the question, if it can at no cost. */
  private void prefer(Question question) {
    if (!question.symbol.type().logical()) {
      engine.prefer(question.literal);
      return;
    }
    Pair value = model.value(question.symbol);
    engine.prefer(question.text.equals("n") ? -value.m() : value.m());
    engine.prefer(question.text.equals("y") ? value.y() : -value.y());
  }

  /** Takes the values of the solver's model, after the evaluator has confirmed them. */
  private void take() {
    Witness witness = new Witness(model, engine::value);
    String lines = witness.lines("CONFIG_");
    Evaluation evaluation = replay.evaluate(lines);
    for (Symbol symbol : model.encoded()) {
      String actual = evaluation.text(symbol);
      if (!actual.equals(witness.text(symbol))) {
        throw new IllegalStateException(
            "the formula has %s=%s, the evaluator %s"
                .formatted(symbol.displayName(), witness.text(symbol), actual));
      }
    }
    models++;
    open.removeIf(question -> {
      boolean occurs = question.literal == Cnf.TRUE || engine.value(question.literal);
      if (occurs) {
        found.computeIfAbsent(question.symbol, key -> new LinkedHashSet<>()).add(question.text);
      }
      return occurs;
    });
  }
}
