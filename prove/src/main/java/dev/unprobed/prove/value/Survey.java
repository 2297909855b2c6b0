package dev.unprobed.prove.value;

import dev.unprobed.kconfig.dotconfig.ConfigText;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the values of symbols over all configurations in which a condition holds. Use once. */
public final class Survey {
  private static final int GROUP = 100;

  /** A model that answers less than one question in so many shows little. */
  private static final int MUCH = 20;

  private final Model model;
  private final Engine engine;
  private final int condition;
  private final Replay replay;
  private final Limit limit;
  private final Random random = new Random(1);
  private final List<Question> open = new ArrayList<>();
  private final Map<Symbol, SequencedSet<String>> found = new LinkedHashMap<>();
  private final Map<Symbol, SequencedSet<String>> undecided = new LinkedHashMap<>();
  private @Nullable Configurations kept;
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

  /** Keeps the configurations that it looks at there, whole. */
  public Survey keeping(Configurations configurations) {
    kept = configurations;
    return this;
  }

  /** The values of these symbols, in their order. The condition has to be satisfiable. */
  public List<Possible> of(List<Symbol> symbols) {
    return of(symbols, new Sightings());
  }

  /** The same, without looking for what is known to occur. */
  public List<Possible> of(List<Symbol> symbols, Sightings known) {
    for (Symbol symbol : symbols) {
      SequencedSet<String> values = new LinkedHashSet<>();
      found.put(symbol, values);
      model
          .view(symbol)
          .texts()
          .forEach((text, is) -> {
            if (known.has(symbol, text)) {
              values.add(text);
            } else {
              open.add(new Question(symbol, text, is));
            }
          });
    }
    lookAround();
    if (!limit.reached()) {
      dropRefuted();
    }
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
    SequencedSet<String> unknown = undecided.getOrDefault(symbol, new LinkedHashSet<>());
    List<String> ranges = unknown.isEmpty() ? Extents.of(model, symbol, values) : null;
    boolean representative = ranges == null && values.size() > 1 && model.representative(symbol);
    return new Possible(symbol, values, unknown, ranges, representative);
  }

  /** Random models, for as long as each shows much that is new. */
  private void lookAround() {
    int before;
    do {
      before = open.size();
      engine.shuffle(random);
      if (engine.solve(limit, condition) != Verdict.SATISFIABLE) {
        return;
      }
      take();
    } while (!open.isEmpty() && (before - open.size()) * MUCH > before);
  }

  /** Most of what is impossible is so at first sight. */
  private void dropRefuted() {
    int[] literals = open.stream().mapToInt(Question::literal).toArray();
    Set<Integer> refuted = new HashSet<>();
    for (int literal : engine.refuted(literals, condition)) {
      refuted.add(literal);
    }
    open.removeIf(question -> refuted.contains(question.literal));
  }

  /**
   * Asks for a model that answers one of the first questions that are open, and wishes that it
   * answers as many of all as it can.
   */
  private void settleGroup() {
    List<Question> group = List.copyOf(open.subList(0, Math.min(GROUP, open.size())));
    int[] any = new int[group.size() + 1];
    for (int i = 0; i < group.size(); i++) {
      any[i] = group.get(i).literal;
    }
    engine.wish(open.stream().mapToInt(Question::literal).toArray());
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

  /** Takes the values of the solver's model, after the evaluator has confirmed them. */
  private void take() {
    Witness witness = new Witness(model, engine::value);
    String lines = witness.lines(replay.prefix());
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
    if (kept != null) {
      kept.add(new ConfigText(evaluation, replay.prefix()).dotConfig());
    }
    open.removeIf(question -> {
      boolean occurs = question.literal == Cnf.TRUE || engine.value(question.literal);
      if (occurs) {
        found.computeIfAbsent(question.symbol, key -> new LinkedHashSet<>()).add(question.text);
      }
      return occurs;
    });
  }
}
