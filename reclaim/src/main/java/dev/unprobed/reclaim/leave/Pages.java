package dev.unprobed.reclaim.leave;

import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Region;
import java.util.List;
import java.util.Set;

/**
 * Whole pages in runs of units that leave, if all candidates lie in one order in each region: what
 * a layout is measured against. What is rounded away is the loss.
 */
public final class Pages {
  private Pages() {}

  /**
   * How many bytes come back.
   *
   * @param units candidates, in the order in which they lie
   * @param leaving KBUILD_MODFILEs of those that leave
   * @param pageSize in bytes, a power of two
   */
  public static long given(List<Departure> units, Set<String> leaving, long pageSize) {
    long given = 0;
    for (Region region : Region.values()) {
      given += given(units, leaving, pageSize, region);
    }
    return given;
  }

  private static long given(
      List<Departure> units, Set<String> leaving, long pageSize, Region region) {
    long at = 0;
    long start = -1;
    long given = 0;
    for (Departure unit : units) {
      boolean leaves = leaving.contains(unit.unit());
      if (!leaves && start >= 0) {
        given += whole(start, at, pageSize);
        start = -1;
      }
      start = leaves && start < 0 ? at : start;
      at = end(unit, region, at);
    }
    return start < 0 ? given : given + whole(start, up(at, pageSize), pageSize);
  }

  private static long end(Departure unit, Region region, long start) {
    long at = start;
    for (Piece piece : unit.candidate().pieces()) {
      if (piece.region() == region) {
        at = up(at, piece.alignment()) + piece.size();
      }
    }
    return at;
  }

  private static long whole(long start, long end, long pageSize) {
    return Math.max(0, (end & -pageSize) - up(start, pageSize));
  }

  private static long up(long at, long alignment) {
    return (at + alignment - 1) & -alignment;
  }
}
