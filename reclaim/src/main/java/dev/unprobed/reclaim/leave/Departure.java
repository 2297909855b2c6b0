package dev.unprobed.reclaim.leave;

import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Piece;

/**
 * A candidate on a board.
 *
 * @param pass in which it leaves, from 1 on, when candidates are asked in link order; 0 if it stays
 * @param detail the driver, node or unit that makes it stay; empty if it leaves
 */
public record Departure(
    Candidate candidate, Outcome outcome, Cause cause, String detail, int pass) {

  /** KBUILD_MODFILE. */
  public String unit() {
    return candidate.unit().path();
  }

  /** What it takes, in bytes. */
  public long size() {
    return candidate.pieces().stream().mapToLong(Piece::size).sum();
  }
}
