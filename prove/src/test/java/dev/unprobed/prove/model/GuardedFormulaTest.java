package dev.unprobed.prove.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kconfig.Generation;
import dev.unprobed.kconfig.explain.World;
import dev.unprobed.kconfig.oracle.Scenario;
import dev.unprobed.kconfig.random.Scenarios;
import dev.unprobed.kconfig.source.KconfigException;
import dev.unprobed.kconfig.tree.MenuTree;
import dev.unprobed.kconfig.tree.Symbol;
import dev.unprobed.prove.sat.Engine;
import dev.unprobed.prove.sat.Limit;
import dev.unprobed.prove.sat.LogicNgSolver;
import dev.unprobed.prove.sat.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On random trees a guarded formula says the same as the plain one when all guards are true, and
 * whatever is impossible with fewer of them is impossible with all.
 */
class GuardedFormulaTest {
  private static final int TREES = 150;

  @ParameterizedTest
  @EnumSource(names = {"LINUX_6_1", "LINUX_6_12", "LINUX_7_1"})
  void saysTheSame(Generation generation) {
    int compared = 0;
    for (long seed = 1; seed <= TREES; seed++) {
      compared += compare(generation, seed);
    }
    assertThat(compared).isGreaterThan(TREES);
  }

  private static int compare(Generation generation, long seed) {
    Scenario scenario = Scenarios.of(seed, generation, 1).getFirst();
    MenuTree tree;
    Model plain;
    Model guarded;
    try {
      tree = World.of(generation, scenario.files(), "").explainer().tree();
      plain = Model.of(tree);
      plain.symbols().forEach(plain::view);
      guarded = Model.guarded(tree);
      guarded.symbols().forEach(guarded::view);
    } catch (KconfigException e) {
      return 0;
    }
    Engine engine = new Engine(plain.cnf(), new LogicNgSolver());
    Engine guardedEngine = new Engine(guarded.cnf(), new LogicNgSolver());
    int compared = 0;
    for (Symbol symbol : plain.symbols()) {
      if (symbol.type().logical() && !symbol.transitional()) {
        for (String text : List.of("n", "m", "y")) {
          Verdict expected = engine.solve(Limit.NONE, literal(plain, symbol, text));
          Verdict actual =
              guardedEngine.solve(Limit.NONE, assumptions(guarded, literal(guarded, symbol, text)));
          assertThat(actual)
              .as("%s=%s, seed %d, %s\n%s", symbol, text, seed, generation.version(), scenario)
              .isEqualTo(expected);
          compared++;
        }
      }
    }
    return compared;
  }

  private static int literal(Model model, Symbol symbol, String text) {
    return model.view(symbol).is(text);
  }

  private static int[] assumptions(Model model, int literal) {
    int[] all = new int[model.guards().size() + 1];
    int at = 0;
    for (int guard : model.guards().values()) {
      all[at++] = guard;
    }
    all[at] = literal;
    return all;
  }
}
