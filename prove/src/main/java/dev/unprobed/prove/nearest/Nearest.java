package dev.unprobed.prove.nearest;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.sat.Cnf;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.MaxSat;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds configurations close to a given one.
 *
 * <p>What counts is how many settings a user has to change: a symbol that only follows, because
 * something selects it or its prompt has gone, is no change.
 */
public final class Nearest {
  private static final int SINGLY = 24;

  private final Model model;
  private final Engine engine;
  private final Start start;

  public Nearest(Model model, Engine engine, Start start) {
    this.model = model;
    this.engine = engine;
    this.start = start;
  }

  /**
   * Makes the numbers and strings of the start part of the formula. Only before anything is asked
   * of the model.
   */
  public static void announce(Model model, Start start) {
    for (Symbol symbol : model.symbols()) {
      if (!symbol.type().logical() && model.settable(symbol)) {
        model.offer(symbol, start.evaluation().text(symbol));
      }
    }
  }

  /**
   * The configuration with the fewest changes in which all literals are true.
   *
   * @param free symbols that may change without being counted, and are told in any case
   * @param shows what the configuration has to show, asked of an evaluation that knows nothing of
   *     the formula
   * @return absent when there is none, or when the limit came first: {@link Limit#reached}
   */
  public Optional<Example> find(
      Limit limit, Set<Symbol> free, Predicate<Evaluation> shows, int... literals) {
    // Asked once without wishes, which brings in all that the literals depend on.
    if (engine.solve(limit, literals) != Verdict.SATISFIABLE) {
      return Optional.empty();
    }
    MaxSat question = new MaxSat(engine, literals);
    for (Symbol symbol : List.copyOf(model.encoded())) {
      if (symbol.defined() && !symbol.choice() && model.settable(symbol)) {
        int wish = unchanged(symbol);
        engine.prefer(wish);
        if (wish != Cnf.FALSE && !free.contains(symbol)) {
          question.wish(wish);
        }
      }
    }
    if (question.solve(limit) != Verdict.SATISFIABLE) {
      return Optional.empty();
    }
    return Optional.of(example(free, shows));
  }

  /** The literal that says that nobody had to set the symbol otherwise. */
  int unchanged(Symbol symbol) {
    Cnf cnf = model.cnf();
    Evaluation base = start.evaluation();
    String before = base.text(symbol);
    boolean had = base.visibility(symbol) > 0;
    if (symbol.type().logical() && symbol.owner() == null) {
      Pair visible = model.visible(symbol);
      Pair line = model.max(model.min(Pair.of(before), visible), model.floor(symbol));
      Pair follows = had ? line : model.withoutUser(symbol);
      Pair value = model.value(symbol);
      int same = cnf.and(cnf.iff(value.m(), follows.m()), cnf.iff(value.y(), follows.y()));
      return cnf.or(-visible.m(), same);
    }
    return had ? model.view(symbol).is(before) : Cnf.TRUE;
  }

  /** The settings that differ in the solver's model: all, or those that do not only follow. */
  private List<Change> changes(boolean all) {
    Witness witness = new Witness(model, engine::value);
    Evaluation base = start.evaluation();
    List<Change> changes = new ArrayList<>();
    for (Symbol symbol : model.encoded()) {
      if (symbol.defined() && !symbol.choice() && model.settable(symbol)) {
        String after = witness.text(symbol);
        String before = base.text(symbol);
        if (!after.equals(before) && (all || !engine.value(unchanged(symbol)))) {
          changes.add(new Change(symbol, before, after));
        }
      }
    }
    return changes;
  }

  private Example example(Set<Symbol> free, Predicate<Evaluation> shows) {
    List<Change> all = changes(true);
    List<Change> own = changes(false);
    boolean enough = shows.test(start.with(own));
    if (!enough && !shows.test(start.with(all))) {
      throw new IllegalStateException("the formula's configuration does not show what it should");
    }
    Example fewest = settled(fewest(enough ? own : all, free, shows));
    // What conf needs two rounds for may not show it in the end; all changes at once do.
    return shows.test(fewest.evaluation()) ? fewest : settled(all);
  }

  /** Leaves out what does not matter: halves first, since mostly few of many changes do. */
  private List<Change> fewest(List<Change> enough, Set<Symbol> free, Predicate<Evaluation> shows) {
    List<Change> needed = new ArrayList<>(enough);
    int size = Integer.highestOneBit(Math.max(1, enough.size() / 2));
    while (size > 0) {
      for (int from = needed.size() - size; from >= 0; from -= size) {
        List<Change> fewer = new ArrayList<>(needed);
        fewer.subList(from, from + size).removeIf(change -> !free.contains(change.symbol()));
        if (fewer.size() < needed.size() && shows.test(start.with(fewer))) {
          needed = fewer;
        }
      }
      size = size > 1 && needed.size() <= SINGLY ? 1 : size / 2;
    }
    return needed;
  }

  private Example settled(List<Change> changes) {
    String config = start.settled(changes);
    return new Example(changes, start.replay().evaluate(config), config);
  }
}
