package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Tells what is dead by itself from what this architecture, compiler or tree makes dead. */
final class Origin {
  private final Exact exact;
  private final Possibilities possibilities;
  private final Loose loose;
  private final Possibilities elsewhere;

  Origin(Exact exact, Possibilities possibilities, Limit limit) {
    this.exact = exact;
    this.possibilities = possibilities;
    this.loose = new Loose(exact.tree(), this::decided);
    this.elsewhere = new Possibilities(loose.cnf(), limit);
  }

  /** Finds out about all of these together, which is quicker. */
  void settle(List<Question> dead) {
    List<Integer> literals = new ArrayList<>();
    for (Question question : dead) {
      if (question.level() != Level.NOTE) {
        literals.add(question.situation().applyAsInt(loose));
      }
    }
    elsewhere.settle(literals, fresh -> {});
  }

  /** A note when the dead thing could live elsewhere, or nobody knows. */
  Level level(Question question) {
    boolean dead =
        question.level() != Level.NOTE
            && elsewhere.of(question.situation().applyAsInt(loose)) == Verdict.UNSATISFIABLE;
    return dead ? question.level() : Level.NOTE;
  }

  /** Whether a symbol without a prompt has the same value in every configuration. */
  private boolean decided(Symbol symbol) {
    Pair value = exact.value(symbol);
    return possibilities.ask(value.m()) == Verdict.UNSATISFIABLE
        || possibilities.ask(-value.y()) == Verdict.UNSATISFIABLE;
  }
}
