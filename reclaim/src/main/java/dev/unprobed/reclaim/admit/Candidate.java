package dev.unprobed.reclaim.admit;

import dev.unprobed.kernel.tree.TreeUnit;
import java.util.List;
import java.util.Set;

/**
 * A unit that the kernel may unload, on a board where none of its drivers can ever bind.
 *
 * @param unit its objects
 * @param pieces what it gives back, in link order
 * @param inits its initcalls, in the order in which they run
 * @param exits how many exit functions it has (entries of .exitcall.exit); with none, its drivers
 *     are unregistered
 * @param users the KBUILD_MODFILEs of the candidates that use its symbols: they leave first. What
 *     is used by others is no candidate.
 * @param feeds units that may still bring devices for its drivers
 * @param declares compatibles of its OF_DECLARE entries: with a live node that has one it stays
 */
public record Candidate(
    TreeUnit unit,
    List<Piece> pieces,
    List<Initcall> inits,
    int exits,
    Set<String> users,
    List<Feed> feeds,
    List<String> declares) {

  /** What it takes of a region, in bytes, without gaps for alignment. */
  public long size(Region region) {
    return pieces.stream().filter(p -> p.region() == region).mapToLong(Piece::size).sum();
  }
}
