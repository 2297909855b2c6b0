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

  @Test
  void grantsAsManyWishesAsItCan() {
    int[] inputs = {cnf.newInput(), cnf.newInput(), cnf.newInput()};
    cnf.addAtMostOne(inputs);
    int gate = cnf.and(-inputs[0], inputs[2]);
    engine.wish(inputs[1], gate, inputs[0], -inputs[2]);
    assertThat(engine.solve(Limit.NONE)).isEqualTo(Verdict.SATISFIABLE);
    assertThat(engine.value(inputs[1])).isTrue();
    engine.wish(gate, inputs[1]);
    assertThat(engine.solve(Limit.NONE)).isEqualTo(Verdict.SATISFIABLE);
    assertThat(engine.value(inputs[2])).isTrue();
    assertThat(engine.solve(Limit.NONE, inputs[0])).isEqualTo(Verdict.SATISFIABLE);
    assertThat(engine.value(inputs[0])).isTrue();
    engine.wish();
    assertThat(engine.solve(Limit.NONE, -gate)).isEqualTo(Verdict.SATISFIABLE);
  }

  @Test
  void refutesByPropagationAlone() {
    int a = cnf.newInput();
    int b = cnf.newInput();
    int c = cnf.newInput();
    cnf.add(-a, b);
    cnf.add(-b, -c);
    assertThat(engine.refuted(new int[] {a, c, -a, -c, Cnf.FALSE})).containsExactly(Cnf.FALSE);
    assertThat(engine.refuted(new int[] {a, b, c, -a}, a)).containsExactly(c, -a);
    assertThat(engine.refuted(new int[] {a, b, -c}, b)).isEmpty();
    assertThat(engine.refuted(new int[] {b, -b}, a, c)).containsExactly(b, -b);
    assertThat(engine.solve(Limit.NONE, c)).isEqualTo(Verdict.SATISFIABLE);
    assertThat(engine.value(-a)).isTrue();
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
