package dev.unprobed.prove.check;

import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.kconfig.tree.SymbolType;
import dev.unprobed.prove.model.Model;
import dev.unprobed.prove.model.Witness;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The configurations of a small tree, one after the other, with the values of the evaluator. */
final class EveryConfiguration {
  private final World world;
  private final Model model;
  private final List<Symbol> symbols;
  private final Engine engine;

  EveryConfiguration(World world) {
    this.world = world;
    model = Model.of(world.explainer().tree());
    symbols =
        model.symbols().stream().filter(symbol -> symbol.type() != SymbolType.UNKNOWN).toList();
    symbols.forEach(model::view);
    engine = new Engine(model.cnf(), new LogicNgSolver());
  }

  /**
   * Visits them.
   *
   * @return whether those were all
   */
  boolean visit(int most, Random random, Consumer<Evaluation> visitor) {
    for (int count = 0; count < most; count++) {
      engine.shuffle(random);
      if (engine.solve(Limit.NONE) != Verdict.SATISFIABLE) {
        return true;
      }
      Witness witness = new Witness(model, engine::value);
      visitor.accept(world.evaluate(witness.lines("CONFIG_")));
      int[] other =
          symbols.stream()
              .mapToInt(symbol -> -model.view(symbol).is(witness.text(symbol)))
              .toArray();
      model.cnf().add(other);
    }
    return false;
  }
}
