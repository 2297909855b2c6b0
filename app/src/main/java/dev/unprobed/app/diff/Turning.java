package dev.unprobed.app.diff;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.Symbol;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which symbols turned an expression, between two configurations of one tree. */
public final class Turning {
  private final Blame blame;
  private final Map<String, Symbol> changed = new HashMap<>();

  /** Between the configuration before and the one after. */
  public Turning(Evaluation before, Evaluation after) {
    for (Symbol symbol : before.tree().symbols()) {
      boolean counts = !symbol.constant() && Side.counts(symbol);
      if (counts && !before.text(symbol).equals(after.text(symbol))) {
        changed.put(Pair.key(symbol), symbol);
      }
    }
    blame = new Blame(new Side("before", before), new Side("after", after), changed.keySet());
  }

  /** The symbols that turned any of the expressions; an absent one never turns. */
  public Set<Symbol> causes(@Nullable Expr... exprs) {
    Set<Symbol> causes = new LinkedHashSet<>();
    for (Expr expr : exprs) {
      for (String key : blame.dependency(expr, expr).keys()) {
        causes.add(Objects.requireNonNull(changed.get(key)));
      }
    }
    return causes;
  }
}
