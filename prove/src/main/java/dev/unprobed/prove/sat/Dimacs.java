package dev.unprobed.prove.sat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes a formula in the DIMACS format for other solvers, after comments that say what the
 * literals are: {@code c USB>=m 17}.
 */
public final class Dimacs {
  private final Cnf cnf;

  public Dimacs(Cnf cnf) {
    this.cnf = cnf;
  }

  /**
   * Writes the whole formula.
   *
   * @param remarks what the formula is, a line each
   * @param names what is true where a literal is; a literal may have several names, be negative,
   *     and be {@link Cnf#TRUE} or {@link Cnf#FALSE}
   */
  public void write(List<String> remarks, Map<String, Integer> names, Appendable out) {
    try {
      for (String remark : remarks) {
        out.append("c " + remark + "\n");
      }
      for (Map.Entry<String, Integer> name : names.entrySet()) {
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
