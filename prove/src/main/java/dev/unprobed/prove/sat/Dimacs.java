package dev.unprobed.prove.sat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes a formula in the DIMACS format for other solvers, after comments that say what the
 * variables are: {@code c 17 USB>=m}.
 */
public final class Dimacs {
  private final Cnf cnf;

  public Dimacs(Cnf cnf) {
    this.cnf = cnf;
  }

  /**
   * Writes the whole formula.
   *
   * @param names what literals stand for; a negative one is named through its negation
   */
  public void write(SortedMap<Integer, String> names, Appendable out) {
    try {
      for (Map.Entry<Integer, String> name : names.entrySet()) {
        out.append("c " + name.getKey() + " " + name.getValue() + "\n");
      }
      out.append("p cnf " + cnf.variables() + " " + cnf.clauses() + "\n");
      cnf.forEachClauseFrom(0, clause -> write(clause, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(int[] clause, Appendable out) {
    StringBuilder line = new StringBuilder();
    for (int literal : clause) {
      line.append(literal).append(' ');
    }
    try {
      out.append(line.append("0\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
