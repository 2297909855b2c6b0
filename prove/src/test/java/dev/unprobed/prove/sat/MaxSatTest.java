package dev.unprobed.prove.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On random clauses as many wishes come true as trying all assignments finds possible. */
class MaxSatTest {
  private static final int FORMULAS = 2000;
  private static final int VARIABLES = 7;

  @Test
  void findsTheBest() {
    for (long seed = 1; seed <= FORMULAS; seed++) {
      check(seed);
    }
  }

  private static void check(long seed) {
    Random random = new Random(seed);
    Cnf cnf = new Cnf();
    int[] variables = new int[VARIABLES];
    for (int i = 0; i < VARIABLES; i++) {
      variables[i] = cnf.newInput();
    }
    List<int[]> clauses = new ArrayList<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      int[] clause = {literal(random, variables), literal(random, variables)};
      clauses.add(clause);
      cnf.add(clause);
    }
    int hard = literal(random, variables);
    Engine engine = new Engine(cnf, new LogicNgSolver());
    MaxSat maxSat = new MaxSat(engine, hard);
    List<Integer> wishes = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      int wish = literal(random, variables);
      wishes.add(wish);
      maxSat.wish(wish);
    }
    clauses.add(new int[] {hard});
    int best = best(variables, clauses, wishes);
    Verdict verdict = maxSat.solve(Limit.NONE);
    if (best < 0) {
      assertThat(verdict).as("seed %d", seed).isEqualTo(Verdict.UNSATISFIABLE);
      return;
    }
    assertThat(verdict).as("seed %d", seed).isEqualTo(Verdict.SATISFIABLE);
    long unfulfilled = wishes.stream().filter(wish -> !engine.value(wish)).count();
    assertThat(unfulfilled).as("seed %d", seed).isEqualTo(best);
    assertThat(maxSat.cost()).as("seed %d", seed).isEqualTo(best);
  }

  private static int literal(Random random, int[] variables) {
    int variable = variables[random.nextInt(variables.length)];
    return random.nextBoolean() ? variable : -variable;
  }

  /** The fewest wishes that any assignment leaves open; -1 when none satisfies the clauses. */
  private static int best(int[] variables, List<int[]> clauses, List<Integer> wishes) {
    int best = -1;
    for (int bits = 0; bits < 1 << variables.length; bits++) {
      int assignment = bits;
      boolean model =
          clauses.stream()
              .allMatch(c ->
                  holds(assignment, variables, c[0])
                      || holds(assignment, variables, c[c.length - 1]));
      int open = (int) wishes.stream().filter(w -> !holds(assignment, variables, w)).count();
      best = model && (best < 0 || open < best) ? open : best;
    }
    return best;
  }

  private static boolean holds(int bits, int[] variables, int literal) {
    int index = Math.abs(literal) - variables[0];
    return (bits >> index & 1) == 1 == literal > 0;
  }
}
