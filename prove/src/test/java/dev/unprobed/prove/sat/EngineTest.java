package dev.unprobed.prove.sat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineTest {
  private final Cnf cnf = new Cnf();
  private final Engine engine = new Engine(cnf, new LogicNgSolver());

  @Test
  void namesTheAssumptionsThatContradict() {
    int a = cnf.newInput();
    int b = cnf.newInput();
    int other = cnf.newInput();
    cnf.add(-a, -b);
    assertThat(engine.solve(Limit.NONE, other, a, b)).isEqualTo(Verdict.UNSATISFIABLE);
    assertThat(engine.core()).containsExactlyInAnyOrder(a, b);
    assertThat(engine.solve(Limit.NONE, other, a)).isEqualTo(Verdict.SATISFIABLE);
    assertThat(engine.value(-b)).isTrue();
  }

  @Test
  void takesClausesBetweenQuestions() {
    int a = cnf.newInput();
    assertThat(engine.solve(Limit.NONE, a)).isEqualTo(Verdict.SATISFIABLE);
    int b = cnf.newInput();
    cnf.add(-a, b);
    assertThat(engine.solve(Limit.NONE, a, -b)).isEqualTo(Verdict.UNSATISFIABLE);
    cnf.add(-b);
    cnf.add(a);
    assertThat(engine.solve(Limit.NONE)).isEqualTo(Verdict.UNSATISFIABLE);
    assertThat(engine.core()).isEmpty();
  }

  @Test
  void knowsNothingAtTheLimit() {
    pigeons(9);
    assertThat(engine.solve(() -> true)).isEqualTo(Verdict.UNKNOWN);
    int[] patience = {50};
    assertThat(engine.solve(() -> patience[0]-- < 0)).isEqualTo(Verdict.UNKNOWN);
  }

  /** One pigeon more than holes. */
  private void pigeons(int holes) {
    int[][] sits = new int[holes + 1][holes];
    for (int[] pigeon : sits) {
      for (int hole = 0; hole < holes; hole++) {
        pigeon[hole] = cnf.newInput();
      }
      cnf.add(pigeon);
    }
    for (int hole = 0; hole < holes; hole++) {
      int[] pigeons = new int[sits.length];
      for (int i = 0; i < pigeons.length; i++) {
        pigeons[i] = sits[i][hole];
      }
      cnf.addAtMostOne(pigeons);
    }
  }
}
