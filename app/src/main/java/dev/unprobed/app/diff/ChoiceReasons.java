package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Tristate;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a member of a choice differs: one member comes on, another goes off for it. */
record ChoiceReasons(Side a, Side b, Reasons reasons) {
  private static final Reason NONE = new Reason(How.CHOICE, Set.of());

  /** A reason that explains nothing when it is not the choice that decides. */
  Reason of(Symbol left, Symbol right) {
    Symbol choiceA = left.owner();
    Symbol choiceB = right.owner();
    if (choiceA == null || choiceB == null) {
      return NONE;
    }
    if (seen(a, left) != seen(b, right)) {
      return reasons.visibility(left, right);
    }
    Symbol before = a.evaluation().chosen(choiceA);
    Symbol after = b.evaluation().chosen(choiceB);
    if (before == null || after == null || same(before, after)) {
      return NONE;
    }
    return same(right, after) ? winner(choiceA, choiceB, after) : loser(after);
  }

  private static boolean seen(Side side, Symbol symbol) {
    return side.evaluation().visibility(symbol) != Tristate.N;
  }

  private static boolean same(@Nullable Symbol one, Symbol other) {
    return one != null && Pair.key(one).equals(Pair.key(other));
  }

  private static Reason loser(Symbol after) {
    return new Reason(How.CHOICE, Set.of(Pair.key(after)));
  }

  private Reason winner(Symbol choiceA, Symbol choiceB, Symbol after) {
    boolean named =
        b.evaluation().hasUserValue(after) && b.evaluation().userLogical(after) == Tristate.Y;
    if (named && !same(b.evaluation().defaultMember(choiceB), after)) {
      return Reason.root(How.USER);
    }
    Reason byDefault = Reason.of(How.DEFAULT, reasons.choiceDefaults(choiceA, choiceB));
    return byDefault.explains() ? byDefault : Reason.root(How.USER);
  }
}
