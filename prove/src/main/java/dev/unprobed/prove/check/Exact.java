package dev.unprobed.prove.check;

import dev.unprobed.kconfig.tree.Expr;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.condition.Condition;
import dev.unprobed.prove.condition.ConditionEncoder;
import dev.unprobed.prove.condition.ModelTerms;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Cnf;
import org.jspecify.annotations.Nullable;

/** All configurations of a tree, and nothing else. */
record Exact(Model model) implements Encoding {
  @Override
  public MenuTree tree() {
    return model.tree();
  }

  @Override
  public Cnf cnf() {
    return model.cnf();
  }

  @Override
  public Pair value(Symbol symbol) {
    return model.value(symbol);
  }

  @Override
  public Pair value(@Nullable Expr expr) {
    return model.value(expr);
  }

  @Override
  public Pair value(Condition condition) {
    return new ConditionEncoder(new ModelTerms(model)).value(condition);
  }
}
