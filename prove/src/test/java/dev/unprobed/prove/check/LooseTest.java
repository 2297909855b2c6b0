package dev.unprobed.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.eval.Evaluation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.model.Pair;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every configuration of a tree is among those that its loose formula has. */
class LooseTest {
  private static final int TREES = 60;
  private static final int CONFIGURATIONS = 30;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void leavesNoConfigurationOut(Generation generation) {
    int seen = 0;
    for (long seed = 1; seed <= TREES; seed++) {
      seen += check(generation, seed);
    }
    assertThat(seen).isGreaterThan(TREES);
  }

  /** How many configurations were looked at. */
  private static int check(Generation generation, long seed) {
    Scenario scenario = Scenarios.of(seed, generation, 1).getFirst();
    List<Evaluation> evaluations = new ArrayList<>();
    World world;
    try {
      world = World.of(generation, scenario.files(), "");
      new EveryConfiguration(world).visit(CONFIGURATIONS, new Random(seed), evaluations::add);
    } catch (KconfigException e) {
      return 0;
    }
    MenuTree tree = world.explainer().tree();
    Loose loose = new Loose(tree, symbol -> false);
    List<Symbol> symbols =
        tree.symbols().stream()
            .filter(symbol -> symbol.defined() && symbol.type().logical())
            .filter(symbol -> !symbol.choice() && !symbol.transitional())
            .toList();
    symbols.forEach(loose::value);
    Engine engine = new Engine(loose.cnf(), new LogicNgSolver());
    for (Evaluation evaluation : evaluations) {
      assertThat(engine.solve(Limit.NONE, values(loose, symbols, evaluation)))
          .as("Linux %s, seed %d\n%s", generation.version(), seed, scenario)
          .isEqualTo(Verdict.SATISFIABLE);
    }
    return evaluations.size();
  }

  private static int[] values(Loose loose, List<Symbol> symbols, Evaluation evaluation) {
    List<Integer> literals = new ArrayList<>();
    for (Symbol symbol : symbols) {
      Pair value = loose.value(symbol);
      int actual = evaluation.logicalValue(symbol);
      literals.add(actual > 0 ? value.m() : -value.m());
      literals.add(actual > 1 ? value.y() : -value.y());
    }
    return literals.stream().mapToInt(Integer::intValue).toArray();
  }
}
