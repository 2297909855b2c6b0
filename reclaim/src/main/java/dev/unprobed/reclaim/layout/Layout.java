package dev.unprobed.reclaim.layout;

import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Region;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Units in the order in which they lie in each region. The rank of a unit is its place in it.
 *
 * @param units as they will be linked
 * @param starts for each region where each unit starts, in bytes from the start of the region,
 *     which is at the start of a page; one more tells where the last ends
 * @param apart what each unit's part of a region is aligned to, in bytes; 1 if to nothing
 */
public record Layout(List<Candidate> units, Map<Region, long[]> starts, long apart) {
  /** The places that a linker gives sections of that order: each at its alignment, no more. */
  public static Layout of(List<Candidate> units) {
    return of(units, 1);
  }

  /** With each unit's part of a region aligned to so many bytes, as with pages of its own. */
  public static Layout of(List<Candidate> units, long apart) {
    Map<Region, long[]> starts = new EnumMap<>(Region.class);
    for (Region region : Region.values()) {
      starts.put(region, starts(units, region, apart));
    }
    return new Layout(List.copyOf(units), starts, apart);
  }

  static long[] starts(List<Candidate> units, Region region) {
    return starts(units, region, 1);
  }

  private static long[] starts(List<Candidate> units, Region region, long apart) {
    long[] starts = new long[units.size() + 1];
    for (int i = 0; i < units.size(); i++) {
      starts[i + 1] = Pages.up(end(units.get(i), region, starts[i]), apart);
    }
    return starts;
  }

  /** Where a unit ends that starts there. */
  static long end(Candidate unit, Region region, long start) {
    long at = start;
    for (Piece piece : unit.pieces()) {
      if (piece.region() == region) {
        at = Pages.up(at, Math.max(1, piece.alignment())) + piece.size();
      }
    }
    return at;
  }

  /** Where a unit starts in a region, in bytes from the start of the region. */
  public long start(int rank, Region region) {
    return starts.getOrDefault(region, new long[units.size() + 1])[rank];
  }

  /** What a unit takes of a region, with gaps for alignment. */
  public long size(int rank, Region region) {
    return start(rank + 1, region) - start(rank, region);
  }

  /** What all units take of a region, in bytes, before it is rounded up to pages. */
  public long size(Region region) {
    return start(units.size(), region);
  }

  /**
   * What a board gets back of a region, in bytes.
   *
   * @param leaving KBUILD_MODFILEs of the units that leave there
   */
  public long freed(Region region, Set<String> leaving, long pageSize) {
    boolean[] left = new boolean[units.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = leaving.contains(units.get(i).unit().path());
    }
    return Pages.freed(starts.getOrDefault(region, new long[left.length + 1]), left, pageSize);
  }

  /**
   * Whole pages in runs of units that left.
   *
   * @param base the address of the region
   * @param starts of each unit from the start of its region, and where the last ends
   */
  public static List<Run> runs(long base, long[] starts, boolean[] left, long pageSize) {
    return Pages.runs(starts, left, pageSize).stream().map(run -> run.plus(base)).toList();
  }

  /** The same of all regions. */
  public long freed(Set<String> leaving, long pageSize) {
    long sum = 0;
    for (Region region : Region.values()) {
      sum += freed(region, leaving, pageSize);
    }
    return sum;
  }
}
