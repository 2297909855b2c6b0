package dev.unprobed.prove.model;

import dev.unprobed.prove.sat.Cnf;

/**
 * A value n, m or y as two literals.
 *
 * @param m whether it is at least m
 * @param y whether it is y, which implies {@code m}
 */
public record Pair(int m, int y) {
  static final Pair NO = new Pair(Cnf.FALSE, Cnf.FALSE);
  static final Pair MOD = new Pair(Cnf.TRUE, Cnf.FALSE);
  static final Pair YES = new Pair(Cnf.TRUE, Cnf.TRUE);

  /** The constant n, m or y. */
  public static Pair of(String text) {
    return switch (text) {
      case "y" -> YES;
      case "m" -> MOD;
      default -> NO;
    };
  }

  /** Either n or y. */
  public static Pair truth(int literal) {
    return new Pair(literal, literal);
  }

  /** The value {@code y - this}. */
  public Pair not() {
    return new Pair(-y, -m);
  }
}
