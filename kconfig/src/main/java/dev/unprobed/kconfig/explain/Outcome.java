package dev.unprobed.kconfig.explain;

import dev.unprobed.kconfig.tree.Symbol;
import java.util.List;

/**
 * What happens to a symbol when one asks for a value.
 *
 * @param wanted as it would be typed, without quotes
 * @param before the value without the question; n for a symbol that is not defined
 * @param after the value that conf gives it then
 * @param obstacles what stops the wanted value; empty if and only if {@code after} is {@code
 *     wanted}
 */
public record Outcome(
    Symbol symbol, String wanted, String before, String after, List<Obstacle> obstacles) {

  /** What became of the wish. */
  public enum Verdict {
    ACCEPTED,
    /** The symbol changed, but to another value than was asked for. */
    CLAMPED,
    /** The symbol stays as it was. */
    DROPPED
  }

  public Verdict verdict() {
    if (after.equals(wanted)) {
      return Verdict.ACCEPTED;
    }
    return after.equals(before) ? Verdict.DROPPED : Verdict.CLAMPED;
  }

  public boolean accepted() {
    return verdict() == Verdict.ACCEPTED;
  }
}
