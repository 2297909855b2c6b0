package dev.unprobed.prove.sat;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * A formula that grows: variables, gates and clauses. Equal gates are one literal, and constants
 * are folded away. Not for several threads at once.
 */
public final class Cnf {
  /** The literal that is always true; its variable is the first one. */
  public static final int TRUE = 1;

  /** The literal that is never true. */
  public static final int FALSE = -TRUE;

  private static final int PAIRWISE = 6;

  private final ClauseBuffer clauses = new ClauseBuffer();
  private final GateTable conjunctions = new GateTable();
  private final GateTable equivalences = new GateTable();
  private final BitSet inputs = new BitSet();
  private int variables;

  public Cnf() {
    newVariable();
    clauses.add(new int[] {TRUE}, 1);
  }

  /** A variable that a solver may choose freely. */
  public int newInput() {
    inputs.set(newVariable());
    return variables;
  }

  /** A variable whose value has to follow from those of the inputs, by the clauses added to it. */
  public int newVariable() {
    return ++variables;
  }

  /** How many variables there are; they are numbered from 1. */
  public int variables() {
    return variables;
  }

  /** Whether a variable is an input. */
  public boolean input(int variable) {
    return inputs.get(variable);
  }

  public int clauses() {
    return clauses.count();
  }

  /** At least one of the literals is true. */
  public void add(int... literals) {
    int[] kept = new int[literals.length];
    int length = 0;
    for (int literal : literals) {
      if (literal == TRUE) {
        return;
      }
      if (literal != FALSE) {
        kept[length++] = literal;
      }
    }
    clauses.add(kept, length);
  }

  /** The literal that is true when both are. */
  public int and(int a, int b) {
    if (a == FALSE || b == FALSE || a == -b) {
      return FALSE;
    }
    if (a == TRUE || a == b) {
      return b;
    }
    if (b == TRUE) {
      return a;
    }
    int left = Math.min(a, b);
    int right = Math.max(a, b);
    int gate = conjunctions.find(left, right);
    if (gate == 0) {
      gate = newVariable();
      conjunctions.put(left, right, gate);
      add(-gate, left);
      add(-gate, right);
      add(gate, -left, -right);
    }
    return gate;
  }

  /** The literal that is true when at least one of both is. */
  public int or(int a, int b) {
    return -and(-a, -b);
  }

  /** The literal that is true when both are the same. */
  public int iff(int a, int b) {
    if (a < 0) {
      return -iff(-a, b);
    }
    if (b < 0) {
      return -iff(a, -b);
    }
    if (a == TRUE || b == TRUE || a == b) {
      return a == TRUE ? b : b == TRUE ? a : TRUE;
    }
    int left = Math.min(a, b);
    int right = Math.max(a, b);
    int gate = equivalences.find(left, right);
    if (gate == 0) {
      gate = newVariable();
      equivalences.put(left, right, gate);
      add(-gate, -left, right);
      add(-gate, left, -right);
      add(gate, left, right);
      add(gate, -left, -right);
    }
    return gate;
  }

  /** The second literal where the first is true, the third where it is not. */
  public int choose(int condition, int then, int otherwise) {
    return then == otherwise ? then : or(and(condition, then), and(-condition, otherwise));
  }

  /** Under a condition two literals are the same. */
  public void addEqual(int condition, int a, int b) {
    add(-condition, -a, b);
    add(-condition, a, -b);
  }

  /** Exactly one of the literals is true. */
  public void addExactlyOne(int... literals) {
    add(literals);
    addAtMostOne(literals);
  }

  /** Two of the literals are never true at once. */
  public void addAtMostOne(int... literals) {
    if (literals.length <= PAIRWISE) {
      for (int i = 0; i < literals.length; i++) {
        for (int j = i + 1; j < literals.length; j++) {
          add(-literals[i], -literals[j]);
        }
      }
      return;
    }
    // A ladder: the clauses for all pairs would be as many as the square of the literals.
    int before = literals[0];
    for (int i = 1; i < literals.length; i++) {
      add(-before, -literals[i]);
      before = or(before, literals[i]);
    }
  }

  /** Where the clauses that come next begin, for {@link #forEachClauseFrom}. */
  int position() {
    return clauses.end();
  }

  void forEachClauseFrom(int position, Consumer<int[]> clause) {
    clauses.forEachFrom(position, clause);
  }
}
