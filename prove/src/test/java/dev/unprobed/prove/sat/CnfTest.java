package dev.unprobed.prove.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CnfTest {
  private final Cnf cnf = new Cnf();

  @Test
  void foldsConstants() {
    int a = cnf.newInput();
    assertThat(cnf.and(a, Cnf.TRUE)).isEqualTo(a);
    assertThat(cnf.and(Cnf.FALSE, a)).isEqualTo(Cnf.FALSE);
    assertThat(cnf.and(a, -a)).isEqualTo(Cnf.FALSE);
    assertThat(cnf.or(a, -a)).isEqualTo(Cnf.TRUE);
    assertThat(cnf.or(a, a)).isEqualTo(a);
    assertThat(cnf.iff(a, Cnf.FALSE)).isEqualTo(-a);
    assertThat(cnf.iff(-a, a)).isEqualTo(Cnf.FALSE);
    assertThat(cnf.choose(a, Cnf.TRUE, Cnf.FALSE)).isEqualTo(a);
  }

  @Test
  void makesEqualGatesOnce() {
    int a = cnf.newInput();
    int b = cnf.newInput();
    assertThat(cnf.and(a, b)).isEqualTo(cnf.and(b, a));
    assertThat(cnf.or(a, -b)).isEqualTo(-cnf.and(b, -a));
    assertThat(cnf.iff(a, -b)).isEqualTo(-cnf.iff(b, a));
  }

  /** Random formulas of gates against their truth tables, the seed is fixed. */
  @Test
  void gatesAreWhatTheyStandFor() {
    Random random = new Random(1);
    for (int formula = 0; formula < 60; formula++) {
      checkTruthTable(random, 1 + random.nextInt(4));
    }
  }

  private static void checkTruthTable(Random random, int inputs) {
    Cnf cnf = new Cnf();
    List<Integer> literals = new ArrayList<>(List.of(Cnf.TRUE));
    List<List<Boolean>> columns = new ArrayList<>(List.of(column(1 << inputs, row -> true)));
    for (int i = 0; i < inputs; i++) {
      int bit = i;
      literals.add(cnf.newInput());
      columns.add(column(1 << inputs, row -> (row >> bit & 1) == 1));
    }
    for (int i = 0; i < 12; i++) {
      addGate(random, cnf, literals, columns);
    }
    Engine engine = new Engine(cnf, new LogicNgSolver());
    for (int row = 0; row < 1 << inputs; row++) {
      int[] assumptions = new int[inputs];
      for (int i = 0; i < inputs; i++) {
        assumptions[i] = (row >> i & 1) == 1 ? literals.get(i + 1) : -literals.get(i + 1);
      }
      assertThat(engine.solve(Limit.NONE, assumptions)).isEqualTo(Verdict.SATISFIABLE);
      for (int i = 0; i < literals.size(); i++) {
        assertThat(engine.value(literals.get(i))).isEqualTo(columns.get(i).get(row));
      }
    }
  }

  private static void addGate(
      Random random, Cnf cnf, List<Integer> literals, List<List<Boolean>> columns) {
    int left = random.nextInt(literals.size());
    int right = random.nextInt(literals.size());
    boolean flip = random.nextBoolean();
    int a = flip ? -literals.get(left) : literals.get(left);
    int b = literals.get(right);
    List<Boolean> x = columns.get(left);
    List<Boolean> y = columns.get(right);
    int kind = random.nextInt(3);
    literals.add(kind == 0 ? cnf.and(a, b) : kind == 1 ? cnf.or(a, b) : cnf.iff(a, b));
    columns.add(
        column(
            x.size(),
            row -> {
              boolean p = x.get(row) != flip;
              boolean q = y.get(row);
              return kind == 0 ? p && q : kind == 1 ? p || q : p == q;
            }));
  }

  private interface Row {
    boolean holds(int row);
  }

  private static List<Boolean> column(int rows, Row value) {
    List<Boolean> column = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      column.add(value.holds(row));
    }
    return column;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7, 30})
  void exactlyOneOfManyIsTrue(int count) {
    int[] literals = new int[count];
    for (int i = 0; i < count; i++) {
      literals[i] = cnf.newInput();
    }
    cnf.addExactlyOne(literals);
    Engine engine = new Engine(cnf, new LogicNgSolver());
    int[] none = new int[count];
    for (int i = 0; i < count; i++) {
      none[i] = -literals[i];
      assertThat(engine.solve(Limit.NONE, literals[i])).isEqualTo(Verdict.SATISFIABLE);
      for (int j = 0; j < count; j++) {
        assertThat(engine.value(literals[j])).isEqualTo(i == j);
        Verdict both = engine.solve(Limit.NONE, literals[i], literals[j]);
        assertThat(both).isEqualTo(i == j ? Verdict.SATISFIABLE : Verdict.UNSATISFIABLE);
        engine.solve(Limit.NONE, literals[i]);
      }
    }
    assertThat(engine.solve(Limit.NONE, none)).isEqualTo(Verdict.UNSATISFIABLE);
  }

  @Test
  void writesDimacs() {
    int a = cnf.newInput();
    int b = cnf.newInput();
    cnf.add(a, -b);
    cnf.add(a, Cnf.TRUE);
    Map<String, Integer> names = new TreeMap<>(Map.of("A>=m", a, "A>=y", a, "B=n", -b));
    StringBuilder text = new StringBuilder();
    new Dimacs(cnf).write(List.of("two"), names, text);
    assertThat(text).hasToString("c two\nc A>=m 2\nc A>=y 2\nc B=n -3\np cnf 3 2\n1 0\n2 -3 0\n");
  }
}
