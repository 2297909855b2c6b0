package dev.unprobed.reclaim.leave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unprobed.kernel.tree.TreeUnit;
import dev.unprobed.kernel.unit.Linkage;
import dev.unprobed.reclaim.admit.Candidate;
import dev.unprobed.reclaim.admit.Piece;
import dev.unprobed.reclaim.admit.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole pages, against a count byte by byte. */
final class PagesTest {
  private static final long SEED = 4096;
  private static final int PAGE = 64;

  private static Departure unit(String path, long size, long alignment) {
    Piece piece = new Piece(path + ".o", 1, ".text", Region.TEXT, size, alignment);
    TreeUnit unit = new TreeUnit(path, path, Linkage.BUILT_IN, List.of());
    Candidate candidate =
        new Candidate(unit, List.of(piece), List.of(), 0, Set.of(), List.of(), List.of());
    return new Departure(candidate, Outcome.LEAVES, Cause.NONE, "", 1);
  }

  @Test
  void countsAsByteByByte() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      List<Departure> units = new ArrayList<>();
      Set<String> leaving = new HashSet<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        String path = "u" + i;
        units.add(unit(path, random.nextInt(3 * PAGE), 1L << random.nextInt(5)));
        if (random.nextInt(3) > 0) {
          leaving.add(path);
        }
      }
      assertThat(Pages.given(units, leaving, PAGE))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(slowly(units, leaving));
    }
  }

  /** A page comes back when nothing of a unit that stays is in it. */
  private static long slowly(List<Departure> units, Set<String> leaving) {
    boolean[] stays = new boolean[64 * PAGE];
    int at = 0;
    for (Departure unit : units) {
      Piece piece = unit.candidate().pieces().getFirst();
      int start = at;
      at = (int) ((at + piece.alignment() - 1) / piece.alignment() * piece.alignment());
      at += (int) piece.size();
      if (!leaving.contains(unit.unit())) {
        Arrays.fill(stays, start, at, true);
      }
    }
    long given = 0;
    for (int page = 0; page < at; page += PAGE) {
      boolean free = true;
      for (int i = page; i < page + PAGE; i++) {
        free &= !stays[i];
      }
      given += free ? PAGE : 0;
    }
    return given;
  }
}
